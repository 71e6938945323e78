import type { LessonId } from '../lessons/lesson.ts';
import type { LessonProgress } from '../stores/lesson.ts';

const KEY = 'kernelscope.lessons';

type All = Readonly<Record<LessonId, LessonProgress>>;

/** How far the lessons are: in the browser's storage where that is allowed, else as long as the page lives. */
export interface LessonStorage {
  all(): All;
  keep(progress: LessonProgress): void;
}

function isProgress(value: unknown): value is LessonProgress {
  if (typeof value !== 'object' || value === null) return false;
  const { id, step, steps, right, questions, done, progress } = value as Record<string, unknown>;
  const counts = [step, steps, right, questions].every((n) => Number.isInteger(n) && (n as number) >= 0);
  return counts && typeof id === 'string' && typeof done === 'boolean' && typeof progress === 'string';
}

/** What is stored may be anything: what is no progress is passed over. */
function read(window: Pick<Window, 'localStorage'>): Map<LessonId, LessonProgress> {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
    const known = Array.isArray(stored) ? stored.filter(isProgress) : [];
    return new Map(known.map((progress) => [progress.id, progress]));
  } catch {
    return new Map();
  }
}

/** `window`: undefined where nothing may be kept. */
export function lessonStorage(window: Pick<Window, 'localStorage'> | undefined): LessonStorage {
  let known = window ? read(window) : new Map<LessonId, LessonProgress>();
  return {
    all: () => Object.fromEntries(known),
    keep(progress) {
      // Another tab may have gone on with another lesson.
      if (window) known = new Map([...known, ...read(window)]);
      // Whoever repeats a lesson has finished it nevertheless.
      const done = progress.done || known.get(progress.id)?.done === true;
      known.set(progress.id, { ...progress, done });
      try {
        window?.localStorage.setItem(KEY, JSON.stringify([...known.values()]));
      } catch {
        // Denied or full: it lasts as long as the page.
      }
    },
  };
}
