import { createRandom } from '../base/random.ts';
import type { Lesson, LessonId } from './lesson.ts';

/** How a task stands. */
export interface TaskState {
  readonly done: boolean;
  /** The first answer to a question was right. */
  readonly right: boolean;
  /** Answers to the question in hand that were wrong. */
  readonly wrong: number;
  /** Times that it was asked anew with other numbers. */
  readonly round: number;
  /** An answer was wrong, or shown, before: what is answered now no longer scores. */
  readonly tried: boolean;
}

/** What a lesson goes on from. */
export interface Progress {
  /** All numbers of all questions follow from it. */
  readonly seed: number;
  /** The step in hand, and the furthest one that was seen. */
  readonly at: number;
  readonly furthest: number;
  /** A state a task, in the order of the steps that have one. */
  readonly tasks: readonly TaskState[];
}

export const FRESH: TaskState = { done: false, right: false, wrong: 0, round: 0, tried: false };

const VERSION = '1';
/** Wrong answers that are counted; after so many the answer can be shown. */
export const MOST_WRONG = 2;
/** Rounds that are told apart. */
const ROUNDS = 36;
const LONGEST = 400;
const SEEDS = 36 ** 5;

export function tasksOf({ steps }: Lesson): number {
  return steps.filter(({ task }) => task !== undefined).length;
}

/** The beginning of a lesson whose numbers follow from `seed`. */
export function beginning(lesson: Lesson, seed: number): Progress {
  const tasks = Array.from({ length: tasksOf(lesson) }, () => FRESH);
  return { seed: Math.abs(Math.trunc(seed)) % SEEDS, at: 0, furthest: 0, tasks };
}

/** Two signs a task: what is known of it, and its round. */
function markOf({ done, right, wrong, round, tried }: TaskState): string {
  const state = Number(done) + 2 * Number(right) + 4 * Number(tried) + 8 * Math.min(wrong, MOST_WRONG);
  return state.toString(36) + Math.min(round, ROUNDS - 1).toString(36);
}

function stateOf(mark: string): TaskState {
  const state = Number.parseInt(mark[0]!, 36);
  return {
    done: (state & 1) > 0,
    right: (state & 2) > 0,
    tried: (state & 4) > 0,
    wrong: state >> 3,
    round: Number.parseInt(mark[1]!, 36),
  };
}

/** Differs where a sign, the lesson or its steps differ. */
function checkOf(id: LessonId, { steps }: Lesson, body: string): string {
  return createRandom(1, id, ...steps.map((step) => step.id), body)
    .bits()
    .toString(36);
}

/** At most 400 letters, figures and full stops. */
export function writeProgress(id: LessonId, lesson: Lesson, progress: Progress): string {
  const { seed, at, furthest, tasks } = progress;
  const body = [VERSION, ...[seed, at, furthest].map((n) => n.toString(36)), tasks.map(markOf).join('')].join(
    '.',
  );
  return `${body}.${checkOf(id, lesson, body)}`;
}

/** What `writeProgress` wrote; undefined where it is damaged, or of another lesson or of other steps. */
export function readProgress(id: LessonId, lesson: Lesson, text: unknown): Progress | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const body = text.slice(0, text.lastIndexOf('.'));
  if (text !== `${body}.${checkOf(id, lesson, body)}`) return undefined;
  const [version, seed, at, furthest, marks] = body.split('.') as [string, string, string, string, string];
  const count = tasksOf(lesson);
  const places = [at, furthest].map((place) => Number.parseInt(place, 36));
  const fits =
    version === VERSION &&
    new RegExp(`^(?:[0-9a-n][0-9a-z]){${count}}$`).test(marks) &&
    places.every((place) => place < lesson.steps.length);
  if (!fits) return undefined;
  const tasks = Array.from({ length: count }, (_, task) => stateOf(marks.slice(2 * task, 2 * task + 2)));
  return { seed: Number.parseInt(seed, 36), at: places[0]!, furthest: places[1]!, tasks };
}
