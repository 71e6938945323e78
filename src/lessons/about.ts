import type { LessonId } from './lesson.ts';

/** What the list of lessons shows of one; small, since all of them are loaded for it. */
export interface About {
  readonly id: LessonId;
  /** Where it stands in the list; at the end where absent. */
  readonly place?: number;
  /** That it takes, 3 to 8. */
  readonly minutes: number;
  /** Lessons that are better done before. */
  readonly after: readonly LessonId[];
  readonly title: InBoth;
  /** One sentence: what one can do afterwards. */
  readonly summary: InBoth;
}

/** The same in both languages. */
interface InBoth {
  readonly en: string;
  readonly de: string;
}
