import { KernelscopeError } from '../base/errors.ts';
import { decodeLink } from '../formats/share-url/link.ts';
import { digits } from '../model/examples/digits.ts';
import { admit } from '../model/gate.ts';
import { minimise } from '../model/normalise.ts';
import type { Opening } from '../scope/open.ts';
import { publicError } from '../scope/public-error.ts';
import { createQueue } from '../scope/queue.ts';
import type { Scope } from '../scope/scope.ts';
import type { Stores } from '../stores/stores.ts';
import { editsSince } from '../stores/weight-edits.ts';
import { notices } from '../text/notices.ts';
import { addressWith, entryOf, lessonIn, progressIn } from './lesson-address.ts';
import type { AppLessons } from './lessons.ts';
import { optionsOf } from './options.ts';
import { rememberVisited } from './visited.ts';

/** Milliseconds of rest after which a change of the document becomes an entry of the browser's history. */
const REST = 400;

/** Marks the entries of the browser's history that this tab has been at; a link that is followed makes one without. */
const VISITED = 'kernelscope';

/** The part of `window` that an address needs. */
export type AddressWindow = Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>;

/** What an address opens: its document, or the default one together with what was wrong with the link. */
export async function openingOf(fragment: string): Promise<Opening> {
  try {
    const linked = await decodeLink(fragment);
    if (!linked) return admit(digits);
    const { document, network, weights } = linked;
    return weights
      ? {
          document,
          network,
          weights: { tensors: weights, provenance: 'link' },
          notice: notices.linkedWeights,
        }
      : { document, network };
  } catch (fault) {
    return { ...admit(digits), fault, notice: notices.linkRefused };
  }
}

/** The part of a fragment that is the document's; what stands beside it are options of the page (`options.ts`). */
export function documentPart(fragment: string): string {
  return parts(fragment).filter(isDocument).join('&');
}

const parts = (fragment: string) => fragment.replace(/^#/, '').split('&');
const isDocument = (part: string) => /^[kw]1=/.test(part);

/**
 * Keeps address and document together: a change of the document is pushed once it rests, Back and Forward open
 * what their address says, with the weights that it had in this tab where they are known. `pushes`: whether the tab's
 * history is the page's to write. A lesson is one entry, whatever documents it goes through.
 */
export function followAddress(
  window: AddressWindow,
  scope: Scope,
  stores: Stores,
  {
    pushes,
    lessons,
    openingAt,
  }: {
    readonly pushes: boolean;
    readonly lessons: AppLessons;
    /** What a fragment opens. */
    readonly openingAt: (fragment: string) => Promise<Opening>;
  },
): {
  /** Opens what the address says now; resolves when it is open. */
  arrive(): Promise<void>;
  end(): void;
} {
  const { location, history } = window;
  const queue = createQueue();
  const visited = rememberVisited(stores);
  let fragment = location.hash;
  let lesson = lessonIn(location);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Documents that were opened from the address must not be pushed again. */
  let opening = 0;

  function enter(change: () => void): void {
    try {
      change();
    } catch {
      // A sandboxed frame may have no history of its own: the document is there all the same.
    }
  }

  const mark = () => pushes && enter(() => history.replaceState(VISITED, ''));

  async function push(): Promise<void> {
    timer = undefined;
    const link = await scope.shareUrl();
    const [query, options] = addressWith(location, undefined).split('#') as [string, string];
    const next = [link.slice(link.indexOf('#')), ...(options === '' ? [] : [options])].join('&');
    if (opening > 0 || next === fragment) return;
    fragment = next;
    enter(() => history.pushState(VISITED, '', query + next));
  }

  /** A lesson that opens is an entry, which remembers how far it is; when it closes, what it leaves is the next one. */
  const offLesson = stores.lesson.subscribe((now) => {
    if (!pushes) return;
    const entered = now?.id !== lesson;
    lesson = now?.id;
    if (now) {
      clearTimeout(timer);
      timer = undefined;
      const next = addressWith(location, now.id);
      fragment = next.slice(next.indexOf('#'));
      enter(() => history[entered ? 'pushState' : 'replaceState'](entryOf(now), '', next));
    } else if (entered && lessonIn(location) !== undefined) void push().catch(() => undefined);
  });

  const off = scope.on('document', () => {
    if (opening > 0 || !pushes || stores.lesson.getState()) return;
    clearTimeout(timer);
    timer = setTimeout(() => void push().catch(() => undefined), REST);
  });

  function move(): void {
    const wantedLesson = lessonIn(location);
    const left = wantedLesson === undefined && lesson !== undefined;
    const same =
      wantedLesson === lesson &&
      (lesson !== undefined || documentPart(location.hash) === documentPart(fragment));
    fragment = location.hash;
    if (same) return;
    lesson = wantedLesson;
    clearTimeout(timer);
    if (wantedLesson !== undefined) {
      const progress = progressIn(history.state, wantedLesson) ?? optionsOf(location).progress;
      run(() => lessons.begin(wantedLesson, { progress }));
      return;
    }
    const wanted = fragment;
    const back = history.state === VISITED;
    mark();
    run(async () => {
      if (wanted !== fragment) return;
      if (left && (await lessons.leave(wanted))) return;
      const { document, fault, ...linked } = await openingAt(wanted);
      const known = back && fault === undefined ? visited.weightsOf(document) : undefined;
      const weights = known ?? linked.weights;
      await scope.setDocument(
        minimise(document),
        weights && { weights: Object.fromEntries(weights.tensors) },
      );
      if (weights) {
        const { provenance, before } = weights;
        stores.trace.setState(({ weights: now }) => ({
          provenance,
          edits: before && editsSince(before, now),
        }));
      }
      const notice = known ? undefined : linked.notice;
      stores.status.setState({ notice, error: fault === undefined ? undefined : publicError(fault) });
    });
  }

  /** Opens what the address says. */
  function run(open: () => Promise<void>): void {
    opening++;
    void queue(open)
      .catch((error: unknown) => {
        if (error instanceof KernelscopeError) stores.status.setState({ error });
      })
      .finally(() => opening--);
  }

  // What opens first is in the address already, or is what a bare address means.
  if (lesson === undefined) mark();
  opening++;
  void scope.ready.catch(() => undefined).finally(() => opening--);
  window.addEventListener('popstate', move);
  window.addEventListener('hashchange', move);
  return {
    arrive() {
      move();
      return queue(async () => undefined);
    },
    end() {
      off();
      offLesson();
      visited.end();
      clearTimeout(timer);
      window.removeEventListener('popstate', move);
      window.removeEventListener('hashchange', move);
    },
  };
}
