import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexAt, type Tensor } from '../../../src/base/tensor.ts';
import { at, noiseOf, outputOf } from './on-probe.ts';

/** Every cell of the window of one output cell that lies on the input, by plain loops over the axes. */
function windowValues(
  x: Tensor,
  first: boolean,
  index: readonly number[],
  pool: readonly number[],
  strides: readonly number[],
  same: boolean,
): number[] {
  const sizes = first ? x.shape.slice(1) : x.shape.slice(0, -1);
  const place = first ? index.slice(1) : index.slice(0, -1);
  const channel = first ? index[0]! : index.at(-1)!;
  const lists = sizes.map((size, axis) => {
    const output = Math.ceil(size / strides[axis]!);
    const missing = Math.max((output - 1) * strides[axis]! + pool[axis]! - size, 0);
    const start = place[axis]! * strides[axis]! - (same ? Math.floor(missing / 2) : 0);
    return Array.from({ length: pool[axis]! }, (_, tap) => start + tap).filter(
      (cell) => cell >= 0 && cell < size,
    );
  });
  const cells = lists.reduce<number[][]>(
    (made, list) => made.flatMap((cell) => list.map((next) => [...cell, next])),
    [[]],
  );
  return cells.map((cell) => (first ? at(x, channel, ...cell) : at(x, ...cell, channel)));
}

const three = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 3 }),
);

test('pools of one to three axes, either padding, either data format: the window’s largest, or its mean', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      three,
      three,
      three,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (axes, more, sizes, steps, same, first, max) => {
        const pool = sizes.slice(0, axes);
        const strides = steps.slice(0, axes);
        const spatial = pool.map((size, axis) => size + more[axis]!);
        const x = noiseOf(first ? [2, ...spatial] : [...spatial, 2]);
        const config = {
          pool_size: pool,
          strides,
          padding: same ? 'same' : 'valid',
          data_format: first ? 'channels_first' : 'channels_last',
        };
        const y = outputOf(x, { class_name: `${max ? 'Max' : 'Average'}Pooling${axes}D`, config });
        y.data.forEach((value, cell) => {
          const values = windowValues(x, first, indexAt(y.shape, cell), pool, strides, same);
          const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
          expect(value).toBeCloseTo(max ? Math.max(...values) : mean, 6);
        });
      },
    ),
    { numRuns: 80 },
  );
});

test.each([1, 2, 3])('global pools over %i axes, with and without the axes', (axes) => {
  const spatial = [3, 2, 4].slice(0, axes);
  for (const first of [false, true]) {
    const x = noiseOf(first ? [2, ...spatial] : [...spatial, 2]);
    const data_format = first ? 'channels_first' : 'channels_last';
    for (const [kind, take] of [
      ['Max', (values: number[]) => Math.max(...values)],
      ['Average', (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length],
    ] as const) {
      const class_name = `Global${kind}Pooling${axes}D`;
      const flat = outputOf(x, { class_name, config: { data_format } });
      const kept = outputOf(x, { class_name, config: { data_format, keepdims: true } });
      const ones = new Array(axes).fill(1);
      expect(flat.shape).toEqual([2]);
      expect(kept.shape).toEqual(first ? [2, ...ones] : [...ones, 2]);
      expect(kept.data).toEqual(flat.data);
      for (const channel of [0, 1]) {
        const values = [...x.data].filter((_, cell) => indexAt(x.shape, cell).at(first ? 0 : -1) === channel);
        expect(flat.data[channel]).toBeCloseTo(take(values), 6);
      }
    }
  }
});
