import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { questions } from '../../src/lessons/lstm-units/questions.ts';
import { chosen, seeds } from './asked.ts';

function ask(name: string, seed: number) {
  const asked = questions[name]!.make(createRandom(seed));
  return { ...asked, numbers: asked.figures as Readonly<Record<string, number>> };
}

describe('questions about an LSTM', () => {
  it('give a number a unit, at each step where all are asked for', () => {
    for (const seed of seeds) {
      const last = ask('numbers', seed);
      expect(last.truth).toBe(last.numbers.units);
      const all = ask('sequences', seed);
      expect(all.truth).toEqual([all.numbers.steps, all.numbers.units]);
    }
  });

  it('count the parameters gate by gate, whatever the steps', () => {
    for (const seed of seeds) {
      for (const name of ['parameters', 'longer']) {
        const { numbers, truth } = ask(name, seed);
        const { units, features } = numbers;
        let count = 0;
        for (let gate = 0; gate < 4; gate++)
          for (let unit = 0; unit < units!; unit++) count += features! + units! + 1;
        expect(truth).toBe(count);
      }
    }
  });

  it('remember all steps up to the one in hand', () => {
    for (const seed of seeds) {
      const { numbers, truth } = ask('memory', seed);
      expect(truth).toEqual(chosen(numbers.steps!, (at) => at <= numbers.step!));
    }
  });

  it('keep and take in by figures that can be worked out by hand', () => {
    for (const seed of seeds) {
      const { numbers, truth, wrong } = ask('cell', seed);
      const { f, i, c, before } = numbers;
      const byHand = f! * before! + i! * c!;
      expect(Math.abs(byHand - (truth as number))).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(Number(byHand.toFixed(2))).toBeCloseTo(truth as number, 10);
      for (const { answer } of wrong)
        expect(Math.abs((answer as number) - (truth as number))).toBeGreaterThan(0.03);
    }
  });
});
