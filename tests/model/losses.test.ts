import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { lossOf, lossSchema } from '../../src/model/losses.ts';

function loss(spelling: unknown, output: number[], target: number[]): number {
  return lossOf(v.parse(lossSchema, spelling), output, target);
}

function named(class_name: string, config: object) {
  return { class_name, config };
}

describe('lossOf', () => {
  it('is minus the log of the right class’s probability', () => {
    expect(loss('categorical_crossentropy', [0.2, 0.7, 0.1], [0, 1, 0])).toBeCloseTo(-Math.log(0.7), 12);
    expect(loss('sparse_categorical_crossentropy', [0.2, 0.7, 0.1], [0, 1, 0])).toBeCloseTo(
      -Math.log(0.7),
      12,
    );
  });

  it('makes outputs add up to one, and clips them at 1e-7', () => {
    expect(loss('categorical_crossentropy', [1, 3], [0, 1])).toBeCloseTo(-Math.log(0.75), 12);
    expect(loss('categorical_crossentropy', [1, 0], [0, 1])).toBeCloseTo(-Math.log(1e-7), 9);
    expect(loss('binary_crossentropy', [0], [1])).toBeCloseTo(-Math.log(1e-7), 9);
  });

  it('takes logits', () => {
    const logits = named('CategoricalCrossentropy', { from_logits: true });
    expect(loss(logits, [Math.log(1), Math.log(3)], [0, 1])).toBeCloseTo(-Math.log(0.75), 12);
    const binary = named('BinaryCrossentropy', { from_logits: true });
    expect(loss(binary, [0, 2], [1, 0])).toBeCloseTo((Math.log(2) + Math.log(1 + Math.exp(2))) / 2, 12);
    expect(loss(binary, [1000], [1])).toBe(0);
  });

  it('smooths labels', () => {
    const smoothed = named('CategoricalCrossentropy', { label_smoothing: 0.2 });
    const wanted = -(0.1 * Math.log(0.4) + 0.9 * Math.log(0.6));
    expect(loss(smoothed, [0.4, 0.6], [0, 1])).toBeCloseTo(wanted, 12);
    const binary = named('BinaryCrossentropy', { label_smoothing: 0.2 });
    expect(loss(binary, [0.6], [1])).toBeCloseTo(-(0.9 * Math.log(0.6) + 0.1 * Math.log(0.4)), 12);
  });

  it('averages squares and binary terms over the units', () => {
    expect(loss('mse', [1, 2, 3], [1, 0, 0])).toBeCloseTo(13 / 3, 12);
    expect(loss('bce', [0.5, 0.25], [1, 0])).toBeCloseTo(-(Math.log(0.5) + Math.log(0.75)) / 2, 12);
  });

  it('does not take arguments that a loss does not have', () => {
    expect(v.safeParse(lossSchema, named('MeanSquaredError', { from_logits: true })).success).toBe(false);
    expect(
      v.safeParse(lossSchema, named('SparseCategoricalCrossentropy', { label_smoothing: 0.1 })).success,
    ).toBe(false);
  });
});
