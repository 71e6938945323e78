import { describe, expect, it } from 'vitest';
import { readValue, written } from '../../../src/ui/builder/values.ts';

const sizes = { takes: { type: 'sizes', axes: 2 }, nullable: false } as const;
const number = { takes: { type: 'number' }, nullable: true } as const;

describe('readValue', () => {
  it('reads one size for all axes, or one for each, however they are parted', () => {
    expect(readValue('3', sizes)).toEqual({ value: [3, 3] });
    for (const text of ['3x5', '3×5', '3, 5', ' 3 5 '])
      expect(readValue(text, sizes)).toEqual({ value: [3, 5] });
    for (const text of ['', '3x', '3x5x7', 'three']) {
      if (text === '3x') expect(readValue(text, sizes)).toEqual({ value: [3, 3] });
      else expect(readValue(text, sizes)).toHaveProperty('fault');
    }
  });

  it('reads numbers, and None where the argument takes it', () => {
    expect(readValue('0.25', number)).toEqual({ value: 0.25 });
    expect(readValue('-1e-3', number)).toEqual({ value: -0.001 });
    expect(readValue('None', number)).toEqual({ value: null });
    expect(readValue('', number)).toEqual({ value: null });
    expect(readValue('None', { ...number, nullable: false })).toHaveProperty('fault');
  });

  it('reads what is written', () => {
    for (const value of [
      [3, 5],
      [1, 1],
    ])
      expect(readValue(written(value), sizes)).toEqual({ value });
    for (const value of [null, 0, -2.5]) expect(readValue(written(value), number)).toEqual({ value });
  });
});
