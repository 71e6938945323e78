import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Lesson } from '../../src/lessons/lesson.ts';
import {
  beginning,
  readProgress,
  type TaskState,
  tasksOf,
  writeProgress,
} from '../../src/lessons/progress.ts';

const task = { type: 'question', question: 'q' } as const;
const lesson: Lesson = {
  steps: Array.from({ length: 12 }, (_, at) => ({ id: `step-${at}`, ...(at % 3 > 0 && { task }) })),
};
const longest: Lesson = { steps: Array.from({ length: 60 }, (_, at) => ({ id: `step-${at}`, task })) };

const state: fc.Arbitrary<TaskState> = fc.record({
  done: fc.boolean(),
  right: fc.boolean(),
  tried: fc.boolean(),
  wrong: fc.integer({ min: 0, max: 2 }),
  round: fc.integer({ min: 0, max: 35 }),
});

const place = fc.integer({ min: 0, max: 11 });
const progress = fc.record({
  seed: fc.integer({ min: 0, max: 36 ** 5 - 1 }),
  at: place,
  furthest: place,
  tasks: fc.array(state, { minLength: tasksOf(lesson), maxLength: tasksOf(lesson) }),
});

it('comes back as it was, from letters, figures and full stops', () => {
  fc.assert(
    fc.property(progress, (given) => {
      const text = writeProgress('counting', lesson, given);
      expect(text).toMatch(/^[\w.]+$/);
      expect(readProgress('counting', lesson, text)).toEqual(given);
    }),
  );
});

it('is at most 400 characters, also of the longest lesson', () => {
  const given = beginning(longest, 36 ** 5 - 1);
  const full = { done: true, right: true, tried: true, wrong: 2, round: 35 };
  const text = writeProgress('counting', longest, {
    ...given,
    at: 59,
    furthest: 59,
    tasks: given.tasks.map(() => full),
  });
  expect(text.length).toBeLessThanOrEqual(400);
  expect(readProgress('counting', longest, text)).toBeDefined();
});

it('is refused with any damage, and of another lesson', () => {
  const text = writeProgress('counting', lesson, beginning(lesson, 4711));
  expect(readProgress('other', lesson, text)).toBeUndefined();
  expect(readProgress('counting', { steps: lesson.steps.slice(1) }, text)).toBeUndefined();
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: text.length - 1 }),
      fc.constantFrom('', ...'0123456789abcdefghijklmnopqrstuvwxyz.~é\u0000'),
      fc.integer({ min: 0, max: 3 }),
      (at, sign, more) => {
        const damaged = text.slice(0, at) + sign + text.slice(at + 1 + more);
        if (damaged !== text) expect(readProgress('counting', lesson, damaged)).toBeUndefined();
      },
    ),
  );
});

it('is refused where it is anything else', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      expect(readProgress('counting', lesson, anything)).toBeUndefined();
    }),
  );
  for (const text of ['', '.', '1.0.0.0..', '1....', 'x'.repeat(1e5), '__proto__'])
    expect(readProgress('counting', lesson, text)).toBeUndefined();
});
