import { minimise } from '../model/normalise.ts';
import type { ProbeInput, Scope } from '../scope/scope.ts';
import type { Stores } from '../stores/stores.ts';
import { editsSince } from '../stores/weight-edits.ts';
import { isReloaded, type Kept, openingOfKept, stateOf } from './kept-state.ts';

const KEY = 'kernelscope.held';

type Session = Pick<Window, 'sessionStorage' | 'performance'>;

/** What was on the page before a lesson took its place. */
export type Held = Kept;

export const holdPage: (fragment: string, stores: Stores) => Held = stateOf;

/** What the tab held when it was reloaded in a lesson. */
export function readHeld(window: Session): Held | undefined {
  try {
    const held = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null') as Held | null;
    return held && isReloaded(window) && openingOfKept(held) ? held : undefined;
  } catch {
    return undefined;
  }
}

export function writeHeld(window: Session, held: Held | undefined): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(held ?? null));
  } catch {
    // Denied or full: it is held as long as the page lives.
  }
}

/** Puts it on the page again: document, weights, probe, and what was looked at. */
export async function openHeld(held: Held, scope: Scope, { trace, view }: Stores): Promise<void> {
  const known = openingOfKept(held);
  if (!known) return;
  const { document, weights, input } = known.opening;
  await scope.setDocument(minimise(document), {
    ...(weights && { weights: Object.fromEntries(weights.tensors) }),
    ...(input !== undefined && { input: input as ProbeInput }),
  });
  if (weights) {
    const { provenance, before } = weights;
    trace.setState(({ weights: now }) => ({ provenance, edits: before && editsSince(before, now) }));
  }
  view.setState({ ...known.view, trail: [], hover: undefined });
}
