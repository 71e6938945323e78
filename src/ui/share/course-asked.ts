import { createStore } from 'zustand/vanilla';
import type { LessonId } from '../../lessons/lesson.ts';

/** The lesson whose package was asked for elsewhere on the page, each time anew: the panel that shares opens with it. */
export const courseAsked = createStore<{ readonly lesson: LessonId | undefined }>(() => ({
  lesson: undefined,
}));
