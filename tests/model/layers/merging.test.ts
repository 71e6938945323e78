import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatIndex, indexAt, type Tensor } from '../../../src/base/tensor.ts';
import { forward } from '../../../src/model/forward.ts';
import { admit } from '../../../src/model/gate.ts';
import { at, type LayerJson, networkFrom, noiseOf, outputOf } from './on-probe.ts';

/** The merge of an input with its means along the axes of which `kept` says no. */
function withMeans(kind: string, config: object = {}): LayerJson[] {
  return [
    { class_name: 'GlobalAveragePooling2D', config: { name: 'means', keepdims: true } },
    { class_name: kind, config, inputs: ['input', 'means'] },
  ];
}

const MERGES: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Subtract: (a, b) => a - b,
  Multiply: (a, b) => a * b,
  Average: (a, b) => (a + b) / 2,
  Maximum: Math.max,
  Minimum: Math.min,
};

describe.each(Object.entries(MERGES))('%s', (kind, merge) => {
  test('cell by cell, an axis of size 1 standing for all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (rows, cols) => {
        const x = noiseOf([rows, cols, 2]);
        const means = outputOf(x, { class_name: 'GlobalAveragePooling2D' });
        const y = outputOf(x, ...withMeans(kind));
        y.data.forEach((value, cell) => {
          const [row, col, channel] = indexAt(y.shape, cell) as [number, number, number];
          expect(value).toBeCloseTo(merge(at(x, row, col, channel), at(means, channel)), 6);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('an input with fewer axes is taken for all of the others', () => {
    const x = noiseOf([2, 3]);
    const y = outputOf(
      x,
      { class_name: 'GlobalAveragePooling1D', config: { name: 'means' } },
      { class_name: kind, inputs: ['means', 'input'] },
    );
    const means = outputOf(x, { class_name: 'GlobalAveragePooling1D' });
    expect(y.shape).toEqual([2, 3]);
    y.data.forEach((value, cell) => {
      expect(value).toBeCloseTo(merge(means.data[cell % 3]!, x.data[cell]!), 6);
    });
  });

  test('shapes that do not fit are refused in Keras’s words', () => {
    const pool = { class_name: 'MaxPooling2D', config: { name: 'pool' } };
    expect(() => networkFrom([4, 4, 2], pool, { class_name: kind, inputs: ['input', 'pool'] })).toThrow(
      /model\.layers\[1\].*Inputs have incompatible shapes.*shapes \(None, 4, 4, 2\) and \(None, 2, 2, 2\)/,
    );
  });
});

test('Subtract takes exactly two, the others two or more', () => {
  const merge = (kind: string, count: number) => () =>
    networkFrom([2], { class_name: kind, inputs: new Array(count).fill('input') });
  expect(merge('Subtract', 3)).toThrow(/A `Subtract` layer should be called on exactly 2 inputs/);
  expect(merge('Add', 1)).toThrow(/model\.layers\[0\]\.inputs/);
  expect(merge('Average', 5)().layers[0]!.outputShape).toEqual([2]);
});

describe('Concatenate', () => {
  test('one after the other along any axis', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 3 }),
        fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
        (axis, more) => {
          if (axis === 0) return;
          const along = axis < 0 ? axis + 3 : axis - 1;
          const x = noiseOf([2, 3, 2]);
          const padding = [0, 0, 0];
          padding[along] = more[along]!;
          // Cropped or repeated along the axis: what joins the input differs from it there only.
          const twin: LayerJson =
            along === 2
              ? { class_name: 'Dense', config: { name: 'twin', units: 1 + more[2]! } }
              : { class_name: 'ZeroPadding2D', config: { name: 'twin', padding: padding.slice(0, 2) } };
          const { network } = admit({
            kernelscope: 1,
            model: {
              input_shape: x.shape,
              layers: [
                twin,
                { class_name: 'Concatenate', config: { axis }, inputs: ['twin', 'input', 'twin'] },
              ],
            },
          });
          const kernel = { name: 'kernel', ...noiseOf([2, 1 + more[2]!]) };
          const bias = { name: 'bias', ...noiseOf([1 + more[2]!]) };
          const { layers } = forward(network, new Map([['twin', [kernel, bias]]]), x);
          const second = layers.get('twin')!.output;
          const y = layers.get('concatenate')!.output;
          const parts: Tensor[] = [second, x, second];
          y.data.forEach((value, cell) => {
            const index = indexAt(y.shape, cell);
            let part = 0;
            while (index[along]! >= parts[part]!.shape[along]!) index[along]! -= parts[part++]!.shape[along]!;
            expect(value).toBe(parts[part]!.data[flatIndex(parts[part]!.shape, index)]);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what does not fit is refused in Keras’s words', () => {
    const pool = { class_name: 'MaxPooling1D', config: { name: 'pool' } };
    const join = (axis: number) => () =>
      networkFrom([4, 2], pool, { class_name: 'Concatenate', config: { axis }, inputs: ['input', 'pool'] });
    expect(join(-1)).toThrow(
      /A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis.*\[\(None, 4, 2\), \(None, 2, 2\)\]/,
    );
    expect(join(1)().layers[1]!.outputShape).toEqual([6, 2]);
    expect(join(0)).toThrow(/config\.axis/);
    expect(join(3)).toThrow(/config\.axis/);
  });
});
