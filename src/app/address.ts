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

/**
 * Keeps address and document together: a change of the document is pushed once it rests, Back and Forward open
 * what their address says, with the weights that it had in this tab where they are known. Returns the function that
 * ends it.
 */
export function followAddress(window: AddressWindow, scope: Scope, stores: Stores): () => void {
  const { location, history } = window;
  const queue = createQueue();
  const visited = rememberVisited(stores);
  let fragment = location.hash;
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

  const mark = () => enter(() => history.replaceState(VISITED, ''));

  async function push(): Promise<void> {
    timer = undefined;
    const link = await scope.shareUrl();
    const next = link.slice(link.indexOf('#'));
    if (opening > 0 || next === fragment) return;
    fragment = next;
    enter(() => history.pushState(VISITED, '', next));
  }

  const off = scope.on('document', () => {
    if (opening > 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => void push().catch(() => undefined), REST);
  });

  function move(): void {
    if (location.hash === fragment) return;
    fragment = location.hash;
    clearTimeout(timer);
    const wanted = fragment;
    const back = history.state === VISITED;
    mark();
    opening++;
    void queue(async () => {
      if (wanted !== fragment) return;
      const { document, fault, ...linked } = await openingOf(wanted);
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
    })
      .catch((error: unknown) => {
        if (error instanceof KernelscopeError) stores.status.setState({ error });
      })
      .finally(() => opening--);
  }

  // What opens first is in the address already, or is what a bare address means.
  mark();
  opening++;
  void scope.ready.catch(() => undefined).finally(() => opening--);
  window.addEventListener('popstate', move);
  window.addEventListener('hashchange', move);
  return () => {
    off();
    visited.end();
    clearTimeout(timer);
    window.removeEventListener('popstate', move);
    window.removeEventListener('hashchange', move);
  };
}
