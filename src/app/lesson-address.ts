import type { LessonId } from '../lessons/lesson.ts';
import type { LessonProgress } from '../stores/lesson.ts';
import { optionsOf } from './options.ts';

type Address = Pick<Location, 'search' | 'hash'>;

/** The lesson that an address opens. */
export function lessonIn(location: Address): LessonId | undefined {
  return optionsOf(location).lesson;
}

/** What an entry of the browser's history remembers of the lesson that it is: a reload goes on from there. */
interface LessonEntry {
  readonly lesson: LessonId;
  readonly progress: string;
}

export function entryOf({ id, progress }: LessonProgress): LessonEntry {
  return { lesson: id, progress };
}

/** Where a lesson's entry goes on; undefined for other entries. */
export function progressIn(state: unknown, id: LessonId): string | undefined {
  const entry = state as Partial<LessonEntry> | null;
  return typeof entry === 'object' && entry?.lesson === id ? entry.progress : undefined;
}

const OWN = ['lesson', 'progress'];

/** The address without its lesson, and with the one that is open: `&show=stage` and the like stay. */
export function addressWith({ search, hash }: Address, lesson: LessonId | undefined): string {
  const query = new URLSearchParams(search);
  for (const key of OWN) query.delete(key);
  const others = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '' && !/^(?:[kw]1|lesson|progress)=/.test(part));
  const first = lesson === undefined ? [] : [`lesson=${encodeURIComponent(lesson)}`];
  const asked = query.toString();
  return `${asked === '' ? '' : `?${asked}`}#${[...first, ...others].join('&')}`;
}
