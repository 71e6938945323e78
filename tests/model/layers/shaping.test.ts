import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexAt } from '../../../src/base/tensor.ts';
import { partsOf } from '../../../src/model/interpolation.ts';
import { at, networkFrom, noiseOf, outputOf } from './on-probe.ts';

const size = fc.integer({ min: 1, max: 5 });
const count = fc.integer({ min: 0, max: 3 });

describe('Reshape', () => {
  test('the same numbers in the same order', () => {
    const x = noiseOf([2, 3, 4]);
    for (const target_shape of [[24], [-1], [6, -1], [4, 3, 2], [-1, 1, 2, 2]]) {
      const y = outputOf(x, { class_name: 'Reshape', config: { target_shape } });
      expect(y.data).toEqual(x.data);
      expect(y.shape.length).toBe(target_shape.length);
    }
  });

  test.each([
    [
      [5, 5],
      'The total size of the tensor must be unchanged. Received: input_shape=(2, 3, 4), target_shape=(5, 5)',
    ],
    [
      [5, -1],
      'The total size of the tensor must be unchanged, however, the input size cannot by divided by the specified dimensions in target_shape. Received: input_shape=(2, 3, 4), target_shape=(5, -1)',
    ],
  ])('to %j is refused in Keras’s words', async (target_shape, words) => {
    const { sentence } = await import('../../../src/text/errors.ts');
    try {
      networkFrom([2, 3, 4], { class_name: 'Reshape', config: { target_shape } });
      expect.unreachable();
    } catch (error) {
      expect(sentence(error as never)).toContain(words);
    }
  });

  test.each([[[]], [[0, 24]], [[-1, -1]], [[-2, 12]], [[2.5]], ['24'], [[1, 1, 1, 1, 1, 1, 24]]])(
    '%j is no shape',
    (target_shape) => {
      const layer = { class_name: 'Reshape', config: { target_shape } };
      expect(() => networkFrom([2, 3, 4], layer)).toThrow(/config\.target_shape/);
    },
  );

  test('a free size is what the others leave', () => {
    const network = networkFrom([null, 4], { class_name: 'Reshape', config: { target_shape: [-1, 2] } });
    expect(network.layers[0]!.declaredShape).toEqual([null, 2]);
  });
});

test('Permute: each axis of the output is the one that dims names', () => {
  fc.assert(
    fc.property(size, size, size, fc.shuffledSubarray([1, 2, 3], { minLength: 3 }), (a, b, c, dims) => {
      const x = noiseOf([a, b, c]);
      const y = outputOf(x, { class_name: 'Permute', config: { dims } });
      y.data.forEach((value, cell) => {
        const index = indexAt(y.shape, cell);
        const from = [0, 0, 0];
        for (const [axis, dim] of dims.entries()) from[dim - 1] = index[axis]!;
        expect(value).toBe(at(x, ...from));
      });
    }),
    { numRuns: 50 },
  );
  for (const dims of [[1, 1], [0, 1], [1, 3], [2, 3], []]) {
    expect(() => networkFrom([2, 3], { class_name: 'Permute', config: { dims } })).toThrow(/config\.dims/);
  }
  expect(() => networkFrom([2, 3, 4], { class_name: 'Permute', config: { dims: [2, 1] } })).toThrow(/2 axes/);
});

test('Flatten: channels are the fastest in either data format', () => {
  const x = noiseOf([2, 3, 4]);
  const first = outputOf(x, { class_name: 'Flatten', config: { data_format: 'channels_first' } });
  const turned = outputOf(
    x,
    { class_name: 'Permute', config: { dims: [2, 3, 1] } },
    { class_name: 'Flatten' },
  );
  expect(first.data).toEqual(turned.data);
  expect(outputOf(x, { class_name: 'Flatten' }).data).toEqual(x.data);
});

test('RepeatVector: the list at every step', () => {
  const x = noiseOf([3]);
  const y = outputOf(x, { class_name: 'RepeatVector', config: { n: 4 } });
  expect(y.shape).toEqual([4, 3]);
  y.data.forEach((value, cell) => {
    expect(value).toBe(x.data[cell % 3]);
  });
  expect(() => networkFrom([2, 3], { class_name: 'RepeatVector', config: { n: 2 } })).toThrow(/1 axis/);
});

describe('ZeroPadding2D and Cropping2D', () => {
  test('zeros around, and only they are cut off again', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.tuple(count, count, count, count),
        fc.boolean(),
        (rows, cols, frame, first) => {
          const [top, bottom, left, right] = frame;
          const sides = [
            [top, bottom],
            [left, right],
          ];
          const data_format = first ? 'channels_first' : 'channels_last';
          const x = noiseOf(first ? [2, rows, cols] : [rows, cols, 2]);
          const padding = { class_name: 'ZeroPadding2D', config: { padding: sides, data_format } };
          const y = outputOf(x, padding);
          y.data.forEach((value, cell) => {
            const index = indexAt(y.shape, cell);
            const [row, col, channel] = first
              ? [index[1]!, index[2]!, index[0]!]
              : (index as [number, number, number]);
            const [r, c] = [row - top, col - left];
            const inside = r >= 0 && c >= 0 && r < rows && c < cols;
            const wanted = inside ? (first ? at(x, channel, r, c) : at(x, r, c, channel)) : 0;
            expect(value).toBe(wanted);
          });
          const cropping = { class_name: 'Cropping2D', config: { cropping: sides, data_format } };
          expect(outputOf(x, padding, cropping)).toEqual(x);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('one number is all four sides, one an axis both of its', () => {
    const shape = (padding: unknown) =>
      networkFrom([3, 4, 1], { class_name: 'ZeroPadding2D', config: { padding } }).layers[0]!;
    expect(shape(2).outputShape).toEqual([7, 8, 1]);
    expect(shape([1, 0]).outputShape).toEqual([5, 4, 1]);
    expect(shape([[0, 1], 2]).config).toMatchObject({
      padding: [
        [0, 1],
        [2, 2],
      ],
    });
    for (const bad of [-1, 1.5, [1], [[1, 2, 3], 1], [[1, -1], 0], 'same']) {
      expect(() => shape(bad)).toThrow(/config\.padding/);
    }
  });

  test('what cuts everything off is refused in Keras’s words', () => {
    const crop = (kind: string, input: number[], cropping: unknown) => () =>
      networkFrom(input, { class_name: kind, config: { cropping } });
    expect(
      crop(
        'Cropping2D',
        [4, 5, 1],
        [
          [2, 2],
          [0, 0],
        ],
      ),
    ).toThrow(
      /Values in `cropping` argument should be smaller than the corresponding spatial dimension.*input_shape=\(None, 4, 5, 1\), cropping=\(\(2, 2\), \(0, 0\)\)/,
    );
    expect(crop('Cropping1D', [4, 2], [2, 3])).toThrow(
      /`cropping` parameter of `Cropping1D` layer must be smaller than the input length.*cropping=\(2, 3\)/,
    );
  });

  test('the receptive field of a padded and convolved map is the kernel’s', () => {
    const network = networkFrom(
      [8, 8, 1],
      { class_name: 'ZeroPadding2D' },
      { class_name: 'Conv2D', config: { filters: 1, kernel_size: 3 } },
    );
    expect(network.layers[1]!.outputShape).toEqual([8, 8, 1]);
    expect(network.layers[1]!.receptiveField).toEqual([3, 3]);
  });
});

describe('UpSampling', () => {
  test('nearest: each cell so many times', () => {
    fc.assert(
      fc.property(size, size, size, size, (rows, cols, tall, wide) => {
        const x = noiseOf([rows, cols, 2]);
        const y = outputOf(x, { class_name: 'UpSampling2D', config: { size: [tall, wide] } });
        expect(y.shape).toEqual([rows * tall, cols * wide, 2]);
        y.data.forEach((value, cell) => {
          const [row, col, channel] = indexAt(y.shape, cell) as [number, number, number];
          expect(value).toBe(at(x, Math.floor(row / tall), Math.floor(col / wide), channel));
        });
      }),
      { numRuns: 30 },
    );
  });

  test.each(['bilinear', 'bicubic', 'lanczos3', 'lanczos5'])(
    '%s leaves an even map even',
    (interpolation) => {
      const x = { shape: [3, 4, 1], data: new Float32Array(12).fill(2.5) };
      const y = outputOf(x, { class_name: 'UpSampling2D', config: { size: [2, 3], interpolation } });
      y.data.forEach((value) => {
        expect(value).toBeCloseTo(2.5, 6);
      });
    },
  );

  test('bilinear between two cells, by hand', () => {
    const x = { shape: [1, 2, 1], data: Float32Array.of(0, 4) };
    const config = { size: [1, 4], interpolation: 'bilinear' };
    const y = outputOf(x, { class_name: 'UpSampling2D', config });
    expect([...y.data]).toEqual([0, 0, 0.5, 1.5, 2.5, 3.5, 4, 4]);
  });

  // Numbers of keras.layers.UpSampling2D((3, 2)) in Keras 3.15.
  test.each([
    ['bicubic', [7.56347, 6.29812, 3.61511, 4.48534, 8.79447, 10.82817, 7.35294, 6.08759, 3.40458]],
    ['lanczos3', [8.22846, 6.26347, 3.58556, 4.76251, 8.89382, 11.506, 7.78955, 5.82456, 3.14665]],
    ['lanczos5', [8.64211, 6.2169, 3.5965, 4.91896, 8.99311, 11.72541, 8.06679, 5.64158, 3.02119]],
  ])('%s as in Keras', (interpolation, wanted) => {
    const x = { shape: [2, 3, 1], data: Float32Array.of(7, 3, 10, 5, 1, 8) };
    const y = outputOf(x, { class_name: 'UpSampling2D', config: { size: [3, 2], interpolation } });
    wanted.forEach((value, cell) => {
      expect(y.data[cell]).toBeCloseTo(value, 4);
    });
  });

  test('the parts of an output cell add up to 1', () => {
    const parts = partsOf('bicubic', 3, 7, [0, 1, 2, 3]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
  });

  test('an encoder and decoder: the receptive field is that of the cell behind', () => {
    const network = networkFrom([8, 8, 1], { class_name: 'MaxPooling2D' }, { class_name: 'UpSampling2D' });
    expect(network.layers[1]!.outputShape).toEqual([8, 8, 1]);
    expect(network.layers[1]!.receptiveField).toEqual([2, 2]);
  });
});
