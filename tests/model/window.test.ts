import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AxisArguments,
  axisWindow,
  outputsOf,
  tapsOf,
  transposedWindow,
  turnedWindow,
  windowOutputs,
  windowTaps,
} from '../../src/model/window.ts';

/** Lays the padded axis out cell by cell (undefined on padding) and slides a kernel over it. */
function enumerate({ size, kernel, stride, dilation, padding }: AxisArguments): (number | undefined)[][] {
  const cells = Array.from({ length: size }, (_, cell): number | undefined => cell);
  const span = (kernel - 1) * dilation + 1;
  if (padding === 'same') {
    // One more cell at a time, at the end first, until ceil(size / stride) windows fit.
    while (Math.floor((cells.length - span) / stride) + 1 < Math.ceil(size / stride)) {
      const before = cells.indexOf(0);
      const after = cells.length - size - before;
      if (after > before) cells.unshift(undefined);
      else cells.push(undefined);
    }
  }
  const windows: (number | undefined)[][] = [];
  for (let start = 0; start + span <= cells.length; start += stride) {
    windows.push(Array.from({ length: kernel }, (_, tap) => cells[start + tap * dilation]));
  }
  return windows;
}

const axes: fc.Arbitrary<AxisArguments> = fc.record({
  size: fc.integer({ min: 1, max: 12 }),
  kernel: fc.integer({ min: 1, max: 6 }),
  stride: fc.integer({ min: 1, max: 5 }),
  dilation: fc.integer({ min: 1, max: 4 }),
  padding: fc.constantFrom('valid' as const, 'same' as const),
});

const fitting = axes.filter((axis) => enumerate(axis).length > 0);

describe('one axis', () => {
  it('has the output size and the taps of a kernel slid by hand', () => {
    fc.assert(
      fc.property(axes, (axis) => {
        const window = axisWindow(axis);
        const wanted = enumerate(axis);
        expect(Math.max(window.output, 0)).toBe(wanted.length);
        const taps = wanted.map((_, output) =>
          tapsOf(window, output).map(({ cell, inside }) => (inside ? cell : undefined)),
        );
        expect(taps).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('numbers taps in kernel order and puts padding outside', () => {
    const window = axisWindow({ size: 5, kernel: 3, stride: 2, dilation: 1, padding: 'same' });
    expect(window).toMatchObject({ before: 1, after: 1, output: 3 });
    expect(tapsOf(window, 0)).toEqual([
      { tap: 0, cell: -1, inside: false },
      { tap: 1, cell: 0, inside: true },
      { tap: 2, cell: 1, inside: true },
    ]);
  });

  it('puts the odd cell of padding after the last cell, as TensorFlow does', () => {
    expect(axisWindow({ size: 4, kernel: 3, stride: 2, dilation: 1, padding: 'same' })).toMatchObject({
      before: 0,
      after: 1,
      output: 2,
    });
  });

  it('knows which outputs an input cell feeds', () => {
    fc.assert(
      fc.property(fitting, (axis) => {
        const window = axisWindow(axis);
        const windows = enumerate(axis);
        for (let cell = 0; cell < axis.size; cell++) {
          const wanted = windows.flatMap((cells, output) => (cells.includes(cell) ? [output] : []));
          expect(outputsOf(window, cell)).toEqual(wanted);
        }
      }),
    );
  });
});

describe('several axes', () => {
  const several = fc.array(fitting, { minLength: 1, maxLength: 3 }).chain((list) =>
    fc.record({
      list: fc.constant(list),
      output: fc.tuple(...list.map((axis) => fc.nat(enumerate(axis).length - 1))),
      cell: fc.tuple(...list.map((axis) => fc.nat(axis.size - 1))),
    }),
  );

  it('are the product of their axes, row-major, inside only where every axis is', () => {
    fc.assert(
      fc.property(several, ({ list, output }) => {
        let wanted: { tap: number[]; cells: (number | undefined)[] }[] = [{ tap: [], cells: [] }];
        for (const [axis, argument] of list.entries()) {
          const cells = enumerate(argument)[output[axis]!]!;
          wanted = wanted.flatMap((so) =>
            cells.map((cell, tap) => ({ tap: [...so.tap, tap], cells: [...so.cells, cell] })),
          );
        }
        const taps = windowTaps(list.map(axisWindow), output);
        expect(taps.map(({ tap }) => tap)).toEqual(wanted.map(({ tap }) => tap));
        expect(taps.map(({ inside }) => inside)).toEqual(
          wanted.map(({ cells }) => !cells.includes(undefined)),
        );
        const inside = taps.filter((tap) => tap.inside).map(({ cell }) => cell);
        expect(inside).toEqual(
          wanted.filter(({ cells }) => !cells.includes(undefined)).map(({ cells }) => cells),
        );
      }),
    );
  });

  it('an output is fed by a cell exactly where its window holds the cell', () => {
    fc.assert(
      fc.property(several, ({ list, output, cell }) => {
        const windows = list.map(axisWindow);
        const holds = windowTaps(windows, output).some((tap) =>
          tap.cell.every((at, axis) => at === cell[axis]),
        );
        const feeds = windowOutputs(windows, cell).some((fed) =>
          fed.every((at, axis) => at === output[axis]),
        );
        expect(feeds).toBe(holds);
      }),
    );
  });
});

describe('one axis, read the other way', () => {
  const transposed = fc
    .tuple(axes, fc.option(fc.integer({ min: 0, max: 4 })))
    .map(([axis, added]) => transposedWindow(axis, added && Math.min(added, axis.stride - 1)))
    .filter((window) => window.output > 0);

  it('looks at the input cells whose kernels lie on the output cell', () => {
    fc.assert(
      fc.property(transposed, (window) => {
        const lying = Array.from({ length: window.output }, (): [number, number][] => []);
        for (let tap = 0; tap < window.kernel; tap++) {
          for (let cell = 0; cell < window.size; cell++) {
            lying[cell * window.stride + tap * window.dilation - window.before]?.push([tap, cell]);
          }
        }
        const seen = lying.map((_, output) =>
          tapsOf(window, output)
            .filter(({ inside }) => inside)
            .map(({ tap, cell }) => [tap, cell]),
        );
        expect(seen).toEqual(lying);
        const outputs = Array.from({ length: window.size }, (_, cell) => outputsOf(window, cell));
        expect(outputs).toEqual(
          outputs.map((_, cell) =>
            lying.flatMap((on, output) => (on.some(([, at]) => at === cell) ? [output] : [])),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('turned round is the window of a plain convolution back to the input', () => {
    fc.assert(
      fc.property(transposed, (window) => {
        const { size, kernel, stride, dilation, before, after, output } = turnedWindow(window);
        expect([size, output]).toEqual([window.output, window.size]);
        const reach = dilation * (kernel - 1) + 1;
        expect(Math.floor((size + before + after - reach) / stride) + 1).toBe(output);
      }),
      { numRuns: 500 },
    );
  });

  it('has the sizes of Keras 3', () => {
    const sizeOf = (stride: number, padding: 'valid' | 'same', added: number | null) =>
      transposedWindow({ size: 5, kernel: 3, stride, dilation: 1, padding }, added).output;
    expect([sizeOf(2, 'valid', null), sizeOf(2, 'same', null), sizeOf(2, 'same', 0)]).toEqual([11, 10, 9]);
    expect([sizeOf(4, 'valid', null), sizeOf(3, 'valid', 1), sizeOf(2, 'same', 1)]).toEqual([20, 16, 10]);
  });
});
