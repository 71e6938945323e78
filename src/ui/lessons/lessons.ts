import type { StoreApi } from 'zustand/vanilla';
import type { LessonId } from '../../lessons/lesson.ts';
import type { Library } from '../../lessons/library.ts';
import type { Player } from '../../lessons/player.ts';
import type { LessonProgress } from '../../stores/lesson.ts';

export interface LessonsState {
  /** The list of lessons stands on the page. */
  readonly listed: boolean;
  /** The lesson that is being loaded. */
  readonly loading: LessonId | undefined;
  readonly player: Player | undefined;
  /** The title of what was on the page before the lesson that is closed now: it can be brought back. */
  readonly before: string | undefined;
}

/** The lessons of a page: which one is open, and how far each is. */
export interface Lessons {
  readonly state: StoreApi<LessonsState>;
  /** Loaded when it is first asked for. */
  library(): Promise<Library>;
  /** How far they are, as far as this browser remembers. */
  kept(): Readonly<Record<LessonId, LessonProgress>>;
  /** Goes on where it was left, unless it is `fresh` or was finished; what is on the page is kept. */
  open(id: LessonId, options?: { readonly fresh?: boolean }): Promise<void>;
  /** The page stays as the lesson left it. */
  close(): void;
  /** What was on the page before the lesson. */
  bringBack(): Promise<void>;
  putAway(): void;
}
