import { createRandom } from '../../src/base/random.ts';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network } from '../../src/model/network.ts';
import type { Trace, Weights } from '../../src/model/trace.ts';

export interface Example {
  readonly network: Network;
  readonly trace: Trace;
  readonly weights: Weights;
}

type Layer = readonly [
  class_name: string,
  config?: Readonly<Record<string, unknown>>,
  inputs?: readonly string[],
];

/** Distance from a point to a stroke between two points. */
function distance(x: number, y: number, [ax, ay, bx, by]: readonly [number, number, number, number]): number {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

const SEVEN = [
  [0.25, 0.24, 0.74, 0.24],
  [0.74, 0.24, 0.42, 0.8],
] as const;

/** A hand-made seven, 0 to 1, on any number of cells. */
export function seven(shape: readonly number[]): Tensor {
  const [rows, cols, channels] = shape as [number, number, number];
  const data = new Float32Array(sizeOf(shape));
  for (let at = 0; at < data.length; at++) {
    const cell = Math.floor(at / channels);
    const y = (Math.floor(cell / cols) + 0.5) / rows;
    const x = ((cell % cols) + 0.5) / cols;
    const near = Math.min(...SEVEN.map((stroke) => distance(x, y, stroke)));
    data[at] = Math.round(255 * Math.max(0, Math.min(1, (0.085 - near) * 22))) / 255;
  }
  return { shape, data };
}

/** Normal noise, the same for the same shape. */
export function noise(shape: readonly number[]): Tensor {
  const random = createRandom(3, 'gallery');
  const data = Float32Array.from({ length: sizeOf(shape) }, () => random.uniform(-1, 1));
  return { shape, data };
}

/** A network of these layers with seeded weights, and its trace by the slow pass. */
export function networkOf(input: Tensor, layers: readonly Layer[], seed = 7): Example {
  const { network } = admit({
    kernelscope: 1,
    title: 'Gallery',
    seed,
    dataset: { name: 'mnist' },
    model: {
      input_shape: input.shape,
      ...(layers.some(([, config]) => config?.stateful) && { batch_size: 1 }),
      layers: layers.map(([class_name, config, inputs]) => ({
        class_name,
        config: config ?? {},
        ...(inputs && { inputs }),
      })),
    },
  });
  const weights = withBiases(initialWeights(network, seed));
  return { network, weights, trace: forward(network, weights, input) };
}

/** Fresh biases are zero; small different ones show more. */
function withBiases(weights: Weights): Weights {
  const biased = [...weights].map(([layer, list]) => {
    const changed = list.map((weight) => {
      if (weight.name !== 'bias') return weight;
      return { ...weight, data: weight.data.map((_, at) => ((at % 5) - 2) * 0.04) };
    });
    return [layer, changed] as const;
  });
  return new Map(biased);
}

/** Traced once: the slow pass takes a moment. */
let drawn: Example | undefined;

/** The network of the front page. */
export function digits(): Example {
  drawn ??= networkOf(seven([28, 28, 1]), [
    ['Conv2D', { filters: 8, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling2D'],
    ['Conv2D', { filters: 16, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling2D'],
    ['Flatten'],
    ['Dense', { units: 10, activation: 'softmax' }],
  ]);
  return drawn;
}
