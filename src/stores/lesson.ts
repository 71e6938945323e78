import { createStore, type StoreApi } from 'zustand/vanilla';

/** How far a lesson is. */
export interface LessonProgress {
  readonly id: string;
  /** The step in hand, from 0, and how many there are. */
  readonly step: number;
  readonly steps: number;
  /** Questions whose first answer was right, of how many. */
  readonly right: number;
  readonly questions: number;
  /** Every task is done, and the last step was reached. */
  readonly done: boolean;
  /** At most 400 characters that resume all of it. */
  readonly progress: string;
}

/** The lesson that is open; undefined where none is. */
export type LessonStore = StoreApi<LessonProgress | undefined>;

export function createLessonStore(): LessonStore {
  return createStore<LessonProgress | undefined>(() => undefined);
}
