import type { Random } from '../../base/random.ts';
import { indexAt } from '../../base/tensor.ts';
import { type FixedPreset, presetSlice } from '../../model/kernels/presets.ts';
import { pick, shuffled, whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { layer, stackOf, tensorOf, traceOf } from '../small-model.ts';

/** One kernel of 3 × 3 without a bias over a square of one channel. */
function oneKernel(size: number) {
  return stackOf(
    `${size}×${size}, Conv2D(1, 3)`,
    [size, size, 1],
    [layer('Conv2D', { filters: 1, kernel_size: 3, use_bias: false })],
  );
}

const kernelOf = (numbers: readonly number[]) => ({ conv2d: [{ shape: [3, 3, 1, 1], data: numbers }] });

/** The map that a kernel makes of a square, row-major. */
function mapOf(size: number, picture: readonly number[], kernel: readonly number[]): readonly number[] {
  const trace = traceOf(oneKernel(size), tensorOf([size, size, 1], picture), kernelOf(kernel));
  return [...trace.layers.get('conv2d')!.output.data];
}

/** A model of the page for it, open at a cell of the map. */
function shown(size: number, picture: readonly number[], kernel: readonly number[], cell: number) {
  return {
    document: oneKernel(size),
    weights: kernelOf(kernel),
    input: { tensor: tensorOf([size, size, 1], picture) },
    focus: { layer: 'conv2d', index: [...indexAt([size - 2, size - 2], cell), 0] },
  };
}

function numbers(random: Random, count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, () => whole(random, low, high));
}

/** Cells that lie on a line through the middle of a square, `at` cells aside where it is upright or level. */
const LINES: Readonly<Record<string, (row: number, col: number, middle: number) => boolean>> = {
  upright: (_, col, middle) => col === middle,
  level: (row, _, middle) => row === middle,
  falling: (row, col) => row === col,
  rising: (row, col, middle) => row + col === 2 * middle,
};

const ACROSS: Readonly<Record<string, string>> = {
  upright: 'level',
  level: 'upright',
  falling: 'rising',
  rising: 'falling',
};

/** A square with a line: `on` where it is, `off` elsewhere. */
function lineOf(name: string, size: number, on: number, off: number): number[] {
  const middle = (size - 1) / 2;
  return Array.from({ length: size * size }, (_, at) =>
    LINES[name]!(Math.floor(at / size), at % size, middle) ? on : off,
  );
}

/** Which line makes a kernel answer most. */
const orientation: Question = {
  misconceptions: [],
  make(random) {
    const size = 7;
    const weight = whole(random, 1, 4);
    const kernel = lineOf(pick(random, Object.keys(LINES)), 3, 2 * weight, -weight);
    const options = shuffled(random, Object.keys(LINES));
    const most = (line: string) => Math.max(...mapOf(size, lineOf(line, size, 1, 0), kernel));
    const truth = options.reduce((best, line) => (most(line) > most(best) ? line : best));
    const picture = lineOf(truth, size, 1, 0);
    const map = mapOf(size, picture, kernel);
    return {
      figures: { kernel },
      form: { type: 'choice', options },
      truth,
      wrong: options.map((answer) => ({ answer, why: ACROSS[truth] === answer ? 'across' : 'tilted' })),
      // A cell in the middle of the map, where the line surely passes.
      ...shown(size, picture, kernel, map.indexOf(Math.max(...map), 6)),
    };
  },
};

/** One number of a map. */
const number: Question = {
  misconceptions: ['cross-correlation'],
  make(random) {
    const size = 5;
    const side = size - 2;
    for (;;) {
      const grid = numbers(random, size * size, 0, 2);
      const kernel = numbers(random, 9, -1, 2);
      const [row, col] = [whole(random, 0, 2), whole(random, 0, 2)];
      const at = row * side + col;
      const truth = mapOf(size, grid, kernel)[at]!;
      const flipped = mapOf(size, grid, kernel.toReversed())[at]!;
      if (flipped === truth) continue;
      const map = mapOf(size, grid, kernel);
      return {
        figures: { grid, kernel, row, col, lastRow: row + 2, lastCol: col + 2 },
        form: { type: 'number' },
        truth,
        wrong: [
          { answer: flipped, why: 'flipped' },
          { answer: map[col * side + row]!, why: 'swapped' },
          { answer: mapOf(size, grid, new Array<number>(9).fill(1))[at]!, why: 'not-weighed' },
          { answer: grid[(row + 1) * size + col + 1]! * kernel[4]!, why: 'middle-only' },
          { answer: mapOf(size, grid, kernel.map(Math.abs))[at]!, why: 'signs' },
        ],
        ...shown(size, grid, kernel, at),
      };
    }
  },
};

/** Where a single 1 shows which number of the kernel. */
const turned: Question = {
  misconceptions: ['cross-correlation'],
  make(random) {
    const size = 5;
    const kernel = shuffled(random, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const picture = Array.from({ length: size * size }, (_, at) => Number(at === 12));
    const at = pick(random, [0, 1, 2, 3, 5, 6, 7, 8]);
    const [row, col] = [Math.floor(at / 3), at % 3];
    const value = mapOf(size, picture, kernel)[at]!;
    return {
      figures: { row, col, value },
      form: { type: 'cells', rows: 3, columns: 3, values: kernel },
      truth: [kernel.indexOf(value)],
      wrong: [
        { answer: [at], why: 'same-place' },
        { answer: [row * 3 + 2 - col], why: 'mirrored' },
        { answer: [(2 - row) * 3 + col], why: 'mirrored' },
        { answer: [4], why: 'middle' },
      ],
      ...shown(size, picture, kernel, at),
    };
  },
};

const DIFFERENCES: readonly (readonly [kernel: FixedPreset, other: FixedPreset])[] = [
  ['prewitt_x', 'prewitt_y'],
  ['prewitt_y', 'prewitt_x'],
];

/** Where a kernel of differences finds an edge. */
const edges: Question = {
  misconceptions: [],
  make(random) {
    const size = 6;
    const [top, left] = [whole(random, 2, 3), whole(random, 2, 3)];
    const [name, other] = pick(random, DIFFERENCES);
    const bright = whole(random, 1, 5);
    const picture = Array.from({ length: size * size }, (_, at) =>
      Math.floor(at / size) >= top && at % size >= left ? bright : 0,
    );
    const kernel = presetSlice(name, 3, 3);
    const found = (slice: readonly number[]) =>
      mapOf(size, picture, slice).flatMap((value, at) => (value === 0 ? [] : [at]));
    const truth = found(kernel);
    const across = found(presetSlice(other, 3, 3));
    return {
      figures: { picture, kernel },
      form: { type: 'cells', rows: size - 2, columns: size - 2 },
      truth,
      wrong: [
        { answer: across, why: 'other-edge' },
        { answer: found(presetSlice('box', 3, 3)), why: 'all-bright' },
        { answer: [...new Set([...truth, ...across])].toSorted((a, b) => a - b), why: 'both-edges' },
      ],
      ...shown(size, picture, kernel, truth.at(-1)!),
    };
  },
};

export const questions: Questions = { orientation, number, turned, edges };
