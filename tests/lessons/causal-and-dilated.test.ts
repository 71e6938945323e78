import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { questions } from '../../src/lessons/causal-and-dilated/questions.ts';
import { chosen, seeds } from './asked.ts';

function ask(name: string, seed: number) {
  const asked = questions[name]!.make(createRandom(seed));
  return { ...asked, numbers: asked.figures as Readonly<Record<string, number>> };
}

/** Steps that an output of causal layers sees, by following every weight back. */
function seen(kernel: number, dilations: readonly number[]): Set<number> {
  let offsets = new Set([0]);
  for (const dilation of dilations) {
    const further = new Set<number>();
    for (const offset of offsets) for (let tap = 0; tap < kernel; tap++) further.add(offset + tap * dilation);
    offsets = further;
  }
  return offsets;
}

const span = (kernel: number, dilations: readonly number[]) => Math.max(...seen(kernel, dilations)) + 1;

describe('questions about causal and dilated layers', () => {
  it('read the present and the past only', () => {
    for (const seed of seeds) {
      const { numbers, truth } = ask('reads', seed);
      const { steps, kernel, step } = numbers;
      expect(truth).toEqual(chosen(steps!, (at) => at <= step! && at > step! - kernel!));
    }
  });

  it('change outputs of the step and of later ones, as far as windows reach back', () => {
    for (const seed of seeds) {
      const { numbers, truth } = ask('changes', seed);
      const { steps, kernel, dilation, step } = numbers;
      const reads = seen(kernel!, [dilation!]);
      expect(truth).toEqual(chosen(steps!, (at) => reads.has(at - step!)));
    }
  });

  it('pad before the start, and count what is spanned', () => {
    for (const seed of seeds) {
      const zeros = ask('zeros', seed);
      expect(zeros.truth).toBe(span(zeros.numbers.kernel!, [zeros.numbers.dilation!]) - 1);
      const reach = ask('reach', seed);
      expect(reach.truth).toBe(span(reach.numbers.kernel!, [reach.numbers.dilation!]));
    }
  });

  it('have no parameters for gaps', () => {
    for (const seed of seeds) {
      const { numbers, truth } = ask('parameters', seed);
      const { kernel, channels, filters } = numbers;
      expect(truth).toBe((kernel! * channels! + 1) * filters!);
      expect(truth).toBe(numbers.plain);
    }
  });

  it('add the reach of layers up', () => {
    for (const seed of seeds) {
      const { figures, truth } = ask('compound', seed);
      expect(truth).toBe(span(figures.kernel as number, figures.dilations as readonly number[]));
    }
  });

  it('need as many layers as it takes, and not one more', () => {
    for (const seed of seeds) {
      const { figures, numbers, truth } = ask('needed', seed);
      const dilations = figures.dilations as readonly number[];
      expect(dilations).toEqual([1, 2, 4, 8, 16, 32].slice(0, truth as number));
      expect(span(numbers.kernel!, dilations)).toBe(numbers.reach);
      expect(numbers.reach).toBeGreaterThanOrEqual(numbers.steps!);
      expect(span(numbers.kernel!, dilations.slice(0, -1))).toBe(numbers.before);
      expect(numbers.before).toBeLessThan(numbers.steps!);
    }
  });
});
