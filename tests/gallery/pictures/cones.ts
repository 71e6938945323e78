import { coneOf } from '../../../src/model/cone.ts';
import { admit } from '../../../src/model/gate.ts';
import { reachFormula } from '../../../src/scene/cone/cone-formula.ts';
import { conePicture } from '../../../src/scene/cone/cone-picture.ts';
import type { Mark, Picture } from '../../../src/scene/marks.ts';

type Layer = readonly [string, Record<string, unknown>];

interface Case {
  readonly input: readonly number[];
  readonly layers: readonly Layer[];
  readonly step: number;
  readonly width?: number;
  readonly height?: number;
  readonly hover?: readonly [layer: string, step: number];
}

const causal = (kernel_size: number, dilation_rate: number): Layer => [
  'Conv1D',
  { filters: 4, kernel_size, dilation_rate, padding: 'causal' },
];

function cone({ input, layers, step, hover, width = 720, height = 400 }: Case): Picture {
  const { network } = admit({
    kernelscope: 1,
    title: 'Gallery',
    seed: 7,
    dataset: { name: 'mnist' },
    model: { input_shape: input, layers: layers.map(([class_name, config]) => ({ class_name, config })) },
  });
  const last = network.layers.at(-1)!;
  const found = coneOf(network, last.name)!;
  const index = last.outputShape.map((_, axis) => (axis === found.axis ? step : 0));
  const picture = conePicture({
    cone: found,
    focus: { layer: last.name, index },
    hover: hover && {
      layer: hover[0],
      index: (network.byName.get(hover[0])?.outputShape ?? input).map((_, axis) =>
        axis === 0 ? hover[1] : 0,
      ),
    },
    inputShape: input,
    width,
    height,
  });
  const text = reachFormula(found)
    .map((part) => part.text)
    .join('');
  const line: Mark = { type: 'text', x: 0, y: height + 20, text, size: 12, ink: 'ink' };
  const border: Mark = { type: 'rect', x: 0, y: 0, width, height, stroke: 'line' };
  return { width, height: height + 30, marks: [border, ...picture.marks, line] };
}

const few: Pick<Case, 'input' | 'layers'> = {
  input: [24, 3],
  layers: [1, 2, 4].map((rate) => causal(3, rate)),
};
const five = [1, 2, 4, 8, 16].map((rate) => causal(5, rate));

/** Receptive cones by name. */
export const conePictures: Readonly<Record<string, () => Picture>> = {
  'cone-kernel-3': () => cone({ ...few, step: 20 }),
  'cone-padding': () => cone({ ...few, step: 5 }),
  'cone-hover': () => cone({ ...few, step: 20, hover: ['conv1d', 13] }),
  'cone-phone': () => cone({ ...few, step: 20, width: 358, height: 360 }),
  'cone-125': () => cone({ input: [1000, 3], layers: five, step: 700 }),
  'cone-125-of-10': () => cone({ input: [10, 5], layers: five, step: 9 }),
  'cone-holes': () => cone({ input: [24, 1], layers: [causal(2, 2), causal(2, 4)], step: 20 }),
  'cone-strides': () =>
    cone({
      input: [40, 2],
      layers: [
        ['Conv1D', { filters: 2, kernel_size: 5, strides: 2, padding: 'same' }],
        ['ReLU', {}],
        ['MaxPooling1D', {}],
        ['Conv1D', { filters: 2, kernel_size: 3 }],
      ],
      step: 3,
    }),
  'cone-not-time': () =>
    cone({
      input: [10, 5],
      layers: [
        ['Reshape', { target_shape: [5, 10, 1] }],
        ...[1, 2].map((dilation_rate): Layer => {
          const config = { filters: 4, kernel_size: 3, padding: 'causal', dilation_rate };
          return ['TimeDistributed', { layer: { class_name: 'Conv1D', config } }];
        }),
      ],
      step: 8,
    }),
};
