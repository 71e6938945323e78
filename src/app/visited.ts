import type { ModelDocument } from '../model/document.ts';
import { minimise } from '../model/normalise.ts';
import type { Weights } from '../model/trace.ts';
import type { Opening } from '../scope/open.ts';
import type { TraceState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';
import { beforeEdits } from '../stores/weight-edits.ts';

/** How many documents are remembered, and the most numbers that are kept for all of them. */
const DOCUMENTS = 8;
const MOST_NUMBERS = 4e6;

/** These come again by themselves: from the seed, or with the default document. */
const REPEATABLE: readonly TraceState['provenance'][] = ['fresh', 'shipped'];

type Known = NonNullable<Opening['weights']>;

/** The weights that this tab's documents had when they were left. */
interface Visited {
  /** Undefined where there were none of its own, or they are no longer known. */
  weightsOf(document: ModelDocument): Known | undefined;
  end(): void;
}

/** What is looked at makes no other document of it. */
function keyOf(document: ModelDocument): string {
  return JSON.stringify({ ...(minimise(document) as object), view: undefined });
}

function numbersOf({ tensors, before }: Known): number {
  const arrays = new Set<Float32Array>();
  const add = (weights: Weights) => {
    for (const list of weights.values()) for (const { data } of list) arrays.add(data);
  };
  add(tensors);
  if (before) add(before.trained);
  return [...arrays].reduce((sum, { length }) => sum + length, 0);
}

/** Remembers the last few documents, the one left last for longest. */
export function rememberVisited(stores: Stores): Visited {
  const known = new Map<string, Known>();
  const forget = () => {
    let numbers = [...known.values()].reduce((sum, weights) => sum + numbersOf(weights), 0);
    for (const [key, weights] of known) {
      if (known.size <= DOCUMENTS && numbers <= MOST_NUMBERS) return;
      known.delete(key);
      numbers -= numbersOf(weights);
    }
  };
  // The next document's weights come after the document itself: until then those of the last are in hand.
  const end = stores.document.subscribe(({ document }, { document: left }) => {
    if (document === left) return;
    const state = stores.trace.getState();
    const key = keyOf(left);
    known.delete(key);
    if (REPEATABLE.includes(state.provenance)) return;
    known.set(key, {
      tensors: state.weights,
      provenance: state.provenance,
      before: beforeEdits(state),
    });
    forget();
  });
  return { weightsOf: (document) => known.get(keyOf(document)), end };
}
