import { createStore } from 'zustand/vanilla';
import { sameJson } from '../base/json.ts';
import type { LessonId } from '../lessons/lesson.ts';
import type { Opened, Player } from '../lessons/player.ts';
import type { Page } from '../lessons/scene.ts';
import { digits } from '../model/examples/digits.ts';
import { admit } from '../model/gate.ts';
import { minimise } from '../model/normalise.ts';
import { publicError } from '../scope/public-error.ts';
import type { Stores } from '../stores/stores.ts';
import type { Lessons, LessonsState } from '../ui/lessons/lessons.ts';
import { type Held, holdPage, openHeld, readHeld, writeHeld } from './held-page.ts';
import type { LessonStorage } from './lesson-storage.ts';

/** The lessons of a page, for its interface and for its address. */
export interface AppLessons extends Lessons {
  /** Where a lesson goes on; undefined where it begins, or begins again. */
  goesOn(id: LessonId): string | undefined;
  /** Opens a lesson that the address, or the page around this one, asks for. */
  begin(id: LessonId, opened: Opened): Promise<void>;
  /** The address left the lesson. What was on the page before comes back where the address is the one from before. */
  leave(fragment: string): Promise<boolean>;
  end(): void;
}

interface Parts extends Page {
  readonly window: Pick<Window, 'location' | 'sessionStorage' | 'performance'>;
  /** What was there before a lesson is kept over a reload. */
  readonly keeps: boolean;
  readonly storage: LessonStorage;
}

const CLOSED: LessonsState = { listed: false, loading: undefined, player: undefined, before: undefined };

/** The page as it opens by itself: nothing is lost with it. */
function isUntouched({ document, trace }: Stores): boolean {
  const held = minimise(document.getState().document) as object;
  const first = minimise(admit(digits).document) as object;
  const same = sameJson({ ...held, view: undefined }, { ...first, view: undefined });
  return same && ['shipped', 'fresh'].includes(trace.getState().provenance);
}

export function createLessons({ window, keeps, storage, ...page }: Parts): AppLessons {
  const { stores, scope } = page;
  const state = createStore<LessonsState>(() => CLOSED);
  /** What was on the page before the lesson, over a reload too. */
  let held: Held | undefined = keeps ? readHeld(window) : undefined;
  /** The lesson that was asked for last. */
  let asked = 0;

  const library = async () => (await import('../lessons/list.ts')).LESSONS;

  function hold(next: Held | undefined): void {
    held = next;
    if (keeps) writeHeld(window, next);
  }

  const off = stores.lesson.subscribe((progress) => {
    if (progress) storage.keep(progress);
  });

  async function begin(id: LessonId, opened: Opened): Promise<void> {
    const mine = ++asked;
    const open = state.getState().player;
    state.setState({ listed: false, loading: id, before: undefined });
    let player: Player;
    try {
      const [{ openPlayer }, lessons] = await Promise.all([
        import('../lessons/player.ts'),
        library(),
        // The lesson does not come before its panel.
        import('../ui/lessons/lesson-panel.tsx'),
      ]);
      const lesson = await lessons.load(id);
      // The first document is in hand from then on.
      await scope.ready.catch(() => undefined);
      if (mine !== asked) return;
      if (!open && !opened.keepsPage && !stores.lesson.getState())
        hold(isUntouched(stores) ? undefined : holdPage(window.location.hash, stores));
      player = openPlayer(page, lesson, opened);
      open?.close();
    } catch (error) {
      // The first document takes away what was said before it.
      await scope.ready.catch(() => undefined);
      if (mine === asked) state.setState({ loading: undefined });
      throw publicError(error);
    }
    state.setState({ loading: undefined, player });
    await player.ready;
  }

  function goesOn(id: LessonId): string | undefined {
    const known = Object.hasOwn(storage.all(), id) ? storage.all()[id] : undefined;
    return known && !(known.done && known.step === known.steps - 1) ? known.progress : undefined;
  }

  function close(): void {
    asked++;
    const { player } = state.getState();
    const title = held && admit(held.document).document.title;
    state.setState({ ...CLOSED, before: player ? title : undefined });
    player?.close();
  }

  return {
    state,
    library,
    kept: storage.all,
    begin,
    goesOn,
    open: (id, { fresh = false } = {}) => begin(id, fresh ? {} : { progress: goesOn(id) }),
    close,
    async leave(fragment) {
      const before = held?.fragment === fragment ? held : undefined;
      close();
      state.setState({ before: undefined });
      hold(undefined);
      if (before) await openHeld(before, scope, stores);
      return before !== undefined;
    },
    async bringBack() {
      const before = held;
      state.setState({ before: undefined });
      if (before) await openHeld(before, scope, stores);
      hold(undefined);
    },
    putAway() {
      state.setState({ before: undefined });
      hold(undefined);
    },
    end() {
      asked++;
      off();
      state.getState().player?.close();
    },
  };
}
