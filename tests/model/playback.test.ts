import { describe, expect, it } from 'vitest';
import { cellAtStep, stepCount, stepOfCell } from '../../src/model/playback.ts';

describe('playback', () => {
  it('visits every cell of one channel, row by row, and begins again', () => {
    const shape = [2, 3, 4];
    expect(stepCount(shape)).toBe(6);
    const cells = Array.from({ length: 7 }, (_, step) => cellAtStep(shape, 3, step));
    expect(cells).toEqual([
      [0, 0, 3],
      [0, 1, 3],
      [0, 2, 3],
      [1, 0, 3],
      [1, 1, 3],
      [1, 2, 3],
      [0, 0, 3],
    ]);
    expect(cellAtStep(shape, 0, -1)).toEqual([1, 2, 0]);
  });

  it('visits the units where there is nothing else', () => {
    expect(stepCount([5])).toBe(5);
    expect(cellAtStep([5], 0, 3)).toEqual([3]);
  });

  it('knows the step of a cell', () => {
    for (const shape of [[2, 3, 4], [5], [7, 2]]) {
      for (let step = 0; step < stepCount(shape); step++) {
        expect(stepOfCell(shape, cellAtStep(shape, 1, step))).toBe(step);
      }
    }
  });
});
