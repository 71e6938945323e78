import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { flatIndex, indexAt, sizeOf } from '../../src/base/tensor.ts';
import { explain } from '../../src/model/explain.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { formatCount, formatNumber } from '../../src/scene/format.ts';
import { hasFilters } from '../../src/scene/kernel/filters.ts';
import { windowDimensions } from '../../src/scene/kernel/window-dimensions.ts';
import { aspectPicture } from '../../src/scene/lens/aspects.ts';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import type { LensPicture } from '../../src/scene/lens/request.ts';
import type { Mark } from '../../src/scene/marks.ts';

interface Layer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

function traced(input: readonly number[], layer: Layer) {
  const model = { input_shape: input, layers: [layer] };
  const { network } = admit({ kernelscope: 1, title: 't', seed: 3, dataset: { name: 'mnist' }, model });
  const random = createRandom(11, 'volume');
  const weights = new Map(
    [...initialWeights(network, 3)].map(([name, list]) => [
      name,
      list.map((weight) => ({ ...weight, data: weight.data.map(() => random.uniform(-1, 1)) })),
    ]),
  );
  const data = Float32Array.from({ length: sizeOf(input) }, () => random.uniform(-1, 1));
  return { network, weights, trace: forward(network, weights, { shape: input, data }) };
}

const line = (parts: LensPicture['formula']) => parts.map((part) => part.text).join('');
const cellsOf = (marks: readonly Mark[]) => marks.filter((mark) => mark.type === 'cell');

const three = (least: number, most: number) =>
  fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: least, max: most })));

const convolutions = fc
  .record({
    size: three(3, 5),
    channels: fc.integer({ min: 1, max: 3 }),
    kernel_size: three(1, 3),
    padding: fc.constantFrom('valid', 'same'),
    dilation_rate: fc.constantFrom(1, 2),
    data_format: fc.constantFrom('channels_last', 'channels_first'),
    cell: fc.nat(),
  })
  .filter(({ size, kernel_size, dilation_rate }) =>
    size.every((cells, axis) => (kernel_size[axis]! - 1) * dilation_rate < cells),
  )
  .map(({ size, channels, cell, ...config }) => {
    const input = config.data_format === 'channels_first' ? [channels, ...size] : [...size, channels];
    const found = traced(input, {
      class_name: 'Conv3D',
      config: { filters: 2, activation: 'tanh', ...config },
    });
    const [layer] = found.network.layers;
    return {
      ...found,
      layer: layer!.name,
      index: indexAt(layer!.outputShape, cell % sizeOf(layer!.outputShape)),
    };
  });

describe('the lens of a convolution over volumes', () => {
  test('names the output, and every input cell and weight of its terms can be asked', () => {
    fc.assert(
      fc.property(convolutions, (request) => {
        const lens = lensPicture({ ...request, width: 1400, height: 1600 });
        const said = explain(request.network, request.trace, request.weights, request.layer, request.index);
        expect(line(lens.formula).endsWith(`= ${formatNumber(said.output)}`)).toBe(true);
        const targets = new Set(cellsOf(lens.picture.marks).map(({ target }) => JSON.stringify(target)));
        for (const { input_layer: layer, input_index: index, weight_index } of said.terms) {
          expect(targets).toContain(JSON.stringify({ type: 'cell', layer, index }));
          const weight = { type: 'weight', layer: request.layer, weight: 'kernel', index: weight_index };
          expect(targets).toContain(JSON.stringify(weight));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('shows numbers that are those of the input and the kernel', () => {
    fc.assert(
      fc.property(convolutions, (request) => {
        const { picture } = lensPicture({ ...request, width: 1400, height: 1600 });
        const kernel = request.weights.get(request.layer)![0]!;
        const { input } = request.trace;
        for (const mark of cellsOf(picture.marks)) {
          const { target } = mark;
          if (target?.type === 'weight' && target.weight === 'kernel')
            expect(mark.value).toBe(kernel.data[flatIndex(kernel.shape, target.index)]);
        }
        const read = cellsOf(picture.marks).filter(
          ({ target, value }) =>
            target?.type === 'cell' &&
            target.layer === 'input' &&
            value === input.data[flatIndex(input.shape, target.index)],
        );
        const said = explain(request.network, request.trace, request.weights, request.layer, request.index);
        expect(read.length).toBeGreaterThanOrEqual(said.terms.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the lens of pooling over volumes', () => {
  test.each([
    ['MaxPooling3D', { pool_size: 2, padding: 'same' }],
    ['AveragePooling3D', { pool_size: [3, 2, 1], strides: 1 }],
    ['GlobalMaxPooling3D', {}],
    ['GlobalAveragePooling3D', {}],
  ])('%s shows each cell of the window and gives the output', (class_name, config) => {
    const request = traced([4, 5, 3, 2], { class_name, config });
    const [node] = request.network.layers;
    for (let cell = 0; cell < sizeOf(node!.outputShape); cell++) {
      const index = indexAt(node!.outputShape, cell);
      const lens = lensPicture({ ...request, layer: node!.name, index, width: 900, height: 600 });
      const said = explain(request.network, request.trace, request.weights, node!.name, index);
      expect(line(lens.formula).endsWith(`= ${formatNumber(said.output)}`)).toBe(true);
      const shown = cellsOf(lens.picture.marks).filter(({ target }) => {
        return target?.type === 'cell' && target.layer === 'input';
      });
      expect(new Set(shown.map(({ target }) => JSON.stringify(target))).size).toBe(said.terms.length);
    }
  });
});

describe('all filters of a convolution', () => {
  const cases: readonly (readonly [string, readonly number[], Layer])[] = [
    ['32 maps', [5, 5, 32], { class_name: 'Conv2D', config: { filters: 64, kernel_size: 5 } }],
    ['steps', [12, 5], { class_name: 'Conv1D', config: { filters: 6, kernel_size: 3, padding: 'causal' } }],
    [
      'volumes',
      [4, 4, 4, 3],
      { class_name: 'Conv3D', config: { filters: 2, kernel_size: 2, activation: 'relu' } },
    ],
    ['groups', [5, 5, 6], { class_name: 'Conv2D', config: { filters: 4, kernel_size: 2, groups: 2 } }],
    [
      'channels first',
      [3, 6, 6],
      { class_name: 'Conv2D', config: { filters: 4, kernel_size: 2, data_format: 'channels_first' } },
    ],
  ];

  test.each(cases)('on %s: the slices’ sums add up to the pre-activation', (_, input, layer) => {
    const request = traced(input, layer);
    const [node] = request.network.layers;
    const index = node!.outputShape.map((size) => size - 1);
    const { name } = node!;
    const lens = aspectPicture('filters', { ...request, layer: name, index, width: 900, height: 900 })!;
    const said = explain(request.network, request.trace, request.weights, name, index);
    const sums = cellsOf(lens.picture.marks).filter(({ target }) => target?.type === 'map');
    const total = sums.reduce((sum, { value }) => sum + value, 0) + (said.bias ?? 0);
    expect(sums.length).toBe(node!.weights[0]!.shape.at(-2));
    expect(total).toBeCloseTo(said.pre_activation ?? said.output, 4);
    expect(line(lens.formula).endsWith(`= ${formatNumber(said.output)}`)).toBe(true);
    const written = lens.picture.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
    expect(written.some((text) => text.endsWith(`= ${formatCount(node!.params)} parameters`))).toBe(true);
  });

  test('64 kernels of 5 × 5 × 32 are 51,264 parameters', () => {
    const request = traced(cases[0]![1], cases[0]![2]);
    const lens = aspectPicture('filters', {
      ...request,
      layer: 'conv2d',
      index: [0, 0, 9],
      width: 900,
      height: 600,
    })!;
    expect(line(lens.params)).toBe('(5×5×32 + 1)×64 = 51,264');
    const words = lens.picture.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
    expect(words).toEqual(
      expect.arrayContaining(['64 filters of 5 × 5 × 32', '× 64 filters = 51,264 parameters']),
    );
  });

  test('layers without such filters have none', () => {
    const none: readonly Layer[] = [
      { class_name: 'DepthwiseConv2D', config: { kernel_size: 2 } },
      { class_name: 'SeparableConv2D', config: { filters: 2, kernel_size: 2 } },
      { class_name: 'Conv2DTranspose', config: { filters: 2, kernel_size: 2 } },
      { class_name: 'Dense', config: { units: 3 } },
      { class_name: 'MaxPooling2D', config: {} },
    ];
    for (const layer of none) expect(hasFilters(traced([6, 6, 2], layer).network.layers[0]!)).toBe(false);
  });
});

test('a window of 7 has 7, 49 and 343 weights', () => {
  const { marks } = windowDimensions({ kernel: 7, axes: 1, width: 720, height: 380 });
  const words = marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
  expect(words).toEqual(
    expect.arrayContaining(['7 weights', '7 × 7 = 49 weights', '7 × 7 × 7 = 343 weights']),
  );
});
