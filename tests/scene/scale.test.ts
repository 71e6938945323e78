import { expect, test } from 'vitest';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network } from '../../src/model/network.ts';
import type { Trace } from '../../src/model/trace.ts';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import { layoutStage } from '../../src/scene/stage/layout.ts';
import { stageOverlay } from '../../src/scene/stage/overlay.ts';
import { stagePicture } from '../../src/scene/stage/picture.ts';

type Layer = readonly [class_name: string, config?: Readonly<Record<string, unknown>>];

function networkOf(input_shape: readonly number[], layers: readonly Layer[]): Network {
  const { network } = admit({
    kernelscope: 1,
    title: 'Scale',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape,
      layers: layers.map(([class_name, config]) => ({ class_name, config: config ?? {} })),
    },
  });
  return network;
}

/** Zeros of the right shapes: how much is drawn does not depend on the numbers. */
function blankTrace(network: Network): Trace {
  const blank = (shape: readonly number[]) => {
    return { shape, data: new Float32Array(shape.reduce((product, size) => product * size, 1)) };
  };
  const layers = network.layers.map(({ name, outputShape }) => {
    return [name, { output: blank(outputShape), pre: blank(outputShape) }] as const;
  });
  return { input: blank(network.inputShape), layers: new Map(layers) };
}

const conv = (filters: number): Layer => ['Conv2D', { filters, kernel_size: 3, padding: 'same' }];

const networks: Readonly<Record<string, readonly [readonly number[], readonly Layer[]]>> = {
  '1,024 maps': [
    [8, 8, 3],
    [conv(1024), ['GlobalAveragePooling2D'], ['Dense', { units: 1000 }]],
  ],
  '512 × 512': [
    [512, 512, 3],
    [conv(4), ['MaxPooling2D']],
  ],
  '64 channels into 64': [
    [16, 16, 3],
    [conv(64), conv(64)],
  ],
  '200 layers': [
    [16, 16, 3],
    Array.from({ length: 200 }, (_, at) => (at % 2 ? (['ReLU'] as const) : conv(16))),
  ],
};

const VIEWPORT = { width: 985, height: 480 };

for (const [name, [input, layers]] of Object.entries(networks)) {
  test(`what is drawn stays bounded: ${name}`, () => {
    const network = networkOf(input, layers);
    const trace = blankTrace(network);
    const weights = initialWeights(network, 1);
    const layer = network.layers.findLast((candidate) => candidate.kind === 'Conv2D')!.name;
    const focus = { layer, index: [1, 1, 1] };
    for (const direction of ['row', 'column'] as const) {
      for (const open of [undefined, layer]) {
        const options = { ...VIEWPORT, direction, open, channel: 1 };
        const layout = layoutStage(network, direction === 'row' ? options : { ...options, width: 390 });
        expect(stagePicture(layout, network, trace, weights).marks.length).toBeLessThan(2500);
        expect(stageOverlay(layout, network, trace, focus).marks.length).toBeLessThan(1500);
        if (direction === 'column') expect(layout.width).toBe(390);
        else expect(layout.width).toBeLessThanOrEqual(Math.max(4 * VIEWPORT.width, 28 * (layers.length + 2)));
      }
    }
    const lens = lensPicture({ ...focus, network, trace, weights, width: 545, height: 585 });
    expect(lens.picture.marks.length).toBeLessThan(1500);
  });
}
