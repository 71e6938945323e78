import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { questions } from '../../src/lessons/words-and-motion/questions.ts';
import { counted, seeds } from './asked.ts';

describe('questions about words and motion', () => {
  it('count the places of a kernel one by one', () => {
    for (const seed of seeds) {
      const { figures, truth } = questions.places!.make(createRandom(seed));
      const { words, kernel, sentence } = figures as { words: number; kernel: number; sentence: string };
      expect(sentence.split(' ')).toHaveLength(words);
      expect(truth).toBe(counted(words, (first) => first + kernel <= words));
    }
  });

  it('know a kernel as steps, channels and filters, and what lies under it', () => {
    for (const seed of seeds) {
      const shape = questions.kernelShape!.make(createRandom(seed));
      const { kernel, vector, filters } = shape.figures;
      expect(shape.truth).toEqual([kernel, vector, filters]);
      const { figures, truth } = questions.products!.make(createRandom(seed));
      expect(truth).toBe(Number(figures.kernel) * 9);
    }
  });

  it('find the gesture where it is, as large as before', () => {
    for (const seed of seeds) {
      const moved = questions.moved!.make(createRandom(seed));
      const { gesture, start, later, step, largest } = moved.figures as {
        gesture: readonly number[];
        start: number;
        later: number;
        step: number;
        largest: number;
      };
      const [p, q, r] = gesture as [number, number, number];
      expect([step, largest]).toEqual([start, p + 2 * q + r]);
      expect(moved.truth).toBe(later);
      const pooled = questions.pooled!.make(createRandom(seed));
      const [a, b, c] = pooled.figures.gesture as [number, number, number];
      expect(pooled.truth).toBe(a + 2 * b + c);
      expect(pooled.truth).toBe(pooled.figures.before);
    }
  });
});
