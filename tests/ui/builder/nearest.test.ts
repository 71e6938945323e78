import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../../src/model/arguments/arguments.ts';
import { digits } from '../../../src/model/examples/digits.ts';
import { admit } from '../../../src/model/gate.ts';
import type { LayerKind } from '../../../src/model/layers/kinds.ts';
import { fixed, nearestFixes } from '../../../src/ui/builder/nearest.ts';

const argument = (kind: LayerKind, name: string) => argumentsOf(kind).find((one) => one.name === name)!;

function withLayers(size: number, layers: readonly unknown[]) {
  return admit({ ...digits, model: { input_shape: [size, size, 1], layers } }).document;
}

const conv = (config: object) => ({
  class_name: 'Conv2D',
  config: { filters: 2, kernel_size: 3, ...config },
});

describe('what can be, nearest to a value that is refused', () => {
  const seven = withLayers(7, [conv({ name: 'a' })]);
  const kernel = argument('Conv2D', 'kernel_size');

  it('is the largest kernel that fits, or same padding', () => {
    expect(nearestFixes(seven, 'a', kernel, [9, 9])).toEqual([
      [['kernel_size', [7, 7]]],
      [
        ['padding', 'same'],
        ['kernel_size', [9, 9]],
      ],
    ]);
  });

  it('keeps the axis that was possible', () => {
    expect(nearestFixes(seven, 'a', kernel, [2, 12])[0]).toEqual([['kernel_size', [2, 7]]]);
  });

  it('is the smallest size above nothing', () => {
    expect(nearestFixes(seven, 'a', kernel, [0, 5])[0]).toEqual([['kernel_size', [1, 5]]]);
    expect(nearestFixes(seven, 'a', argument('Conv2D', 'filters'), -4)).toEqual([[['filters', 1]]]);
  });

  it('leaves later layers room', () => {
    const two = withLayers(8, [conv({ name: 'a' }), conv({ name: 'b', kernel_size: 4 })]);
    expect(nearestFixes(two, 'a', kernel, [7, 7])[0]).toEqual([['kernel_size', [5, 5]]]);
  });

  it('sets the argument that is in the way back to its default', () => {
    const strided = withLayers(9, [conv({ name: 'a', strides: 2 })]);
    const fixes = nearestFixes(strided, 'a', argument('Conv2D', 'dilation_rate'), [2, 2]);
    expect(fixes).toContainEqual([
      ['strides', [1, 1]],
      ['dilation_rate', [2, 2]],
    ]);
  });

  it('is the end of a range', () => {
    const dropped = withLayers(5, [{ class_name: 'Dropout', config: { name: 'd', rate: 0.5 } }]);
    expect(nearestFixes(dropped, 'd', argument('Dropout', 'rate'), 1.5)).toEqual([[['rate', 1]]]);
  });

  it('is found within the budget too', () => {
    const dense = withLayers(28, [
      { class_name: 'Flatten' },
      { class_name: 'Dense', config: { name: 'd', units: 5 } },
    ]);
    const [fix] = nearestFixes(dense, 'd', argument('Dense', 'units'), 10_000_000);
    const [, units] = fix![0]!;
    expect(() => admit(fixed(dense, 'd', [['units', units]]))).not.toThrow();
    expect(() => admit(fixed(dense, 'd', [['units', Number(units) + 1]]))).toThrow();
  });

  it('always passes the gate', () => {
    for (const wanted of [
      [9, 9],
      [0, 0],
      [100, 2],
    ]) {
      for (const fix of nearestFixes(seven, 'a', kernel, wanted)) {
        expect(() => admit(fixed(seven, 'a', fix))).not.toThrow();
      }
    }
  });
});
