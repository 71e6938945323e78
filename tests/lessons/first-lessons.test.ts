import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { questions as channels } from '../../src/lessons/channels-and-depth/questions.ts';
import type { Question } from '../../src/lessons/question.ts';
import { questions as pooling } from '../../src/lessons/relu-and-pooling/questions.ts';
import { questions as sliding } from '../../src/lessons/sliding-window/questions.ts';
import { questions as strides } from '../../src/lessons/stride-and-padding/questions.ts';
import { chosen, seeds } from './asked.ts';

type Numbers = Readonly<Record<string, number>>;
type Lists = Readonly<Record<string, readonly number[]>>;

function ask(question: Question | undefined, seed: number) {
  const asked = question!.make(createRandom(seed));
  return { ...asked, number: asked.figures as Numbers, list: asked.figures as Lists };
}

/** A kernel of 3 × 3 laid on a square of that size, at one place. */
function laidOn(grid: readonly number[], size: number, kernel: readonly number[], row: number, col: number) {
  let sum = 0;
  for (let r = 0; r < 3; r++)
    for (let c = 0; c < 3; c++) sum += grid[(row + r) * size + col + c]! * kernel[r * 3 + c]!;
  return sum;
}

describe('questions about a kernel that slides', () => {
  it('lay the kernel on as it is', () => {
    for (const seed of seeds) {
      const { list, number, truth } = ask(sliding.number, seed);
      expect(truth).toBe(laidOn(list.grid!, 5, list.kernel!, number.row!, number.col!));
    }
  });

  it('show a kernel turned by half a turn where a single 1 is', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(sliding.turned, seed);
      expect(truth).toEqual([(2 - number.row!) * 3 + 2 - number.col!]);
    }
  });

  it('find an edge where the sides of the window differ', () => {
    for (const seed of seeds) {
      const { list, truth } = ask(sliding.edges, seed);
      const found = (at: number) => laidOn(list.picture!, 6, list.kernel!, Math.floor(at / 4), at % 4) !== 0;
      expect(truth).toEqual(chosen(16, found));
    }
  });

  it('fire at the line that is drawn in the kernel', () => {
    const lines: Readonly<Record<string, readonly number[]>> = {
      upright: [1, 4, 7],
      level: [3, 4, 5],
      falling: [0, 4, 8],
      rising: [2, 4, 6],
    };
    for (const seed of seeds) {
      const { list, truth } = ask(sliding.orientation, seed);
      expect(chosen(9, (at) => list.kernel![at]! > 0)).toEqual(lines[truth as string]);
    }
  });
});

/** Where a window can start, one after the other. */
function starts(size: number, kernel: number, stride: number): number[] {
  const list: number[] = [];
  for (let at = 0; at + kernel <= size; at += stride) list.push(at);
  return list;
}

describe('questions about stride and padding', () => {
  it('count the places of a window', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(strides.stride, seed);
      expect(truth).toBe(starts(number.size!, number.kernel!, number.strides!).length);
    }
  });

  it('leave out what no window covers', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(strides.unread, seed);
      const covered = (at: number) =>
        starts(number.size!, number.kernel!, number.strides!).some(
          (start) => at >= start && at < start + number.kernel!,
        );
      expect(truth).toEqual(chosen(number.size!, (at) => !covered(at)));
    }
  });

  it('add zeros until the last window fits, the odd one behind', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(strides.odd, seed);
      const output = Math.ceil(number.size! / number.strides!);
      let all = 0;
      while (starts(number.size! + all, number.kernel!, number.strides!).length < output) all++;
      expect(truth).toBe(Math.ceil(all / 2));
    }
  });

  it('count the same parameters whatever the stride, the padding and the dilation', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(strides.parameters, seed);
      expect(truth).toBe((number.kernel! ** 2 * number.channels! + 1) * number.filters!);
    }
  });
});

describe('questions about channels', () => {
  it('count parameters through the whole depth', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(channels.count, seed);
      expect(truth).toBe((number.kernel! ** 2 * number.first! + 1) * number.second!);
    }
  });

  it('weigh each channel with its own slice', () => {
    for (const seed of seeds) {
      const { list, truth } = ask(channels['two-slices'], seed);
      const { first, second, slice0, slice1 } = list;
      const sum = [0, 1, 2, 3].reduce(
        (total, at) => total + first![at]! * slice0![at]! + second![at]! * slice1![at]!,
        0,
      );
      expect(truth).toBe(sum);
    }
  });

  it('need a filter for each channel that comes out', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(channels['filters-for'], seed);
      expect(truth).toBe(number.wanted);
    }
  });

  it('follow a cell back to the rows of the picture', () => {
    for (const seed of seeds) {
      const { number, truth } = ask(channels.field, seed);
      const rows = new Set<number>();
      for (let last = 0; last < number.second!; last++)
        for (let pool = 0; pool < number.pool!; pool++)
          for (let first = 0; first < number.first!; first++) rows.add(last * number.pool! + pool + first);
      expect(truth).toBe(rows.size);
    }
  });
});

describe('questions about ReLU and pooling', () => {
  it('cut the sum with its bias', () => {
    for (const seed of seeds) {
      const { list, number, truth } = ask(pooling.order, seed);
      const sum = list.window!.reduce((total, value, at) => total + value * list.kernel![at]!, number.bias!);
      expect(truth).toBe(Math.max(0, sum));
    }
  });

  it('keep the largest of each window', () => {
    for (const seed of seeds) {
      const { form, truth } = ask(pooling.kept, seed);
      const values = form.type === 'cells' ? (form.values as readonly number[]) : [];
      const windowOf = (at: number) => [Math.floor(at / 8), Math.floor((at % 4) / 2)].join();
      const largest = (at: number) =>
        values.every((value, other) => windowOf(other) !== windowOf(at) || value <= values[at]!);
      expect(truth).toEqual(chosen(16, largest));
    }
  });

  it('take maximum or mean of a window', () => {
    for (const seed of seeds) {
      const { figures, list, number, truth } = ask(pooling.pool, seed);
      const at = number.row! * 8 + number.col! * 2;
      const four = [at, at + 1, at + 4, at + 5].map((cell) => list.grid![cell]!);
      const mean = (four[0]! + four[1]! + four[2]! + four[3]!) / 4;
      expect(truth).toBe(figures.kind === 'MaxPooling2D' ? Math.max(...four) : mean);
    }
  });

  it('couple classes by softmax, and only by it', () => {
    for (const seed of seeds) {
      const { figures, truth } = ask(pooling.coupled, seed);
      const risen = ['A', 'B', 'C', 'D'].indexOf(figures.class as string);
      expect(truth).toEqual(figures.name === 'softmax' ? [0, 1, 2, 3] : [risen]);
      const share = ask(pooling.share, seed);
      const { first, second, third } = share.number;
      expect(share.truth).toBeCloseTo(second! / (first! + second! + third!), 5);
    }
  });
});
