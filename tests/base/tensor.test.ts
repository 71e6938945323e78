import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatIndex, indexAt, sizeOf, stridesOf, zeros } from '../../src/base/tensor.ts';

const shapes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });

describe('row-major order', () => {
  it('counts the last axis fastest, and back', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const strides = stridesOf(shape);
        for (let flat = 0; flat < sizeOf(shape); flat++) {
          const index = indexAt(shape, flat);
          expect(flatIndex(shape, index)).toBe(flat);
          expect(index.reduce((sum, at, axis) => sum + at * strides[axis]!, 0)).toBe(flat);
          expect(index.every((at, axis) => at >= 0 && at < shape[axis]!)).toBe(true);
        }
      }),
    );
    expect(indexAt([2, 3], 4)).toEqual([1, 1]);
  });

  it('has as many zeros as its shape says', () => {
    expect(zeros([2, 3])).toEqual({ shape: [2, 3], data: new Float32Array(6) });
    expect(zeros([]).data).toHaveLength(1);
  });
});
