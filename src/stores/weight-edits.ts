import type { NamedWeight, Weights } from '../model/trace.ts';
import type { Gesture, TraceState, WeightEdits } from './state.ts';

/** Gestures that undo goes back, and the most numbers that it keeps for them. */
const DEPTH = 100;
const MOST_NUMBERS = 4e6;

/** The edits that led to the weights in hand; undefined where there are none. */
export function editsOf({ edits, weights }: Pick<TraceState, 'edits' | 'weights'>): WeightEdits | undefined {
  return edits?.now === weights ? edits : undefined;
}

/** Layers whose weights are not those from before the edits. */
export function editedLayers({ trained, now }: Pick<WeightEdits, 'trained' | 'now'>): string[] {
  return [...now].flatMap(([layer, list]) => (sameWeights(list, trained.get(layer)) ? [] : [layer]));
}

function sameWeights(one: readonly NamedWeight[], other: readonly NamedWeight[] | undefined): boolean {
  if (one === other) return true;
  return one.every(({ data }, at) => {
    const before = other?.[at]?.data;
    return before?.length === data.length && data.every((value, i) => Object.is(value, before[i]));
  });
}

type Changed = Pick<TraceState, 'weights' | 'provenance' | 'edits'>;

/** `layer`'s weights become those given, by hand. */
export function edited(
  state: TraceState,
  layer: string,
  weights: readonly NamedWeight[],
  step: string | undefined,
): Changed {
  const known = editsOf(state) ?? {
    trained: state.weights,
    from: state.provenance,
    past: [],
  };
  const last = known.past.at(-1);
  const goesOn = step !== undefined && last?.layer === layer && last.step === step;
  const before = { layer, weights: state.weights.get(layer)!, step };
  const past = goesOn ? known.past : bounded([...known.past, before]);
  return placed({ ...known, past, future: [] }, state.weights, layer, weights);
}

function bounded(past: readonly Gesture[]): Gesture[] {
  let numbers = 0;
  const kept = past.toReversed().findIndex(({ weights }, at) => {
    numbers += weights.reduce((sum, { data }) => sum + data.length, 0);
    return at === DEPTH || (numbers > MOST_NUMBERS && at > 0);
  });
  return past.slice(kept < 0 ? 0 : past.length - kept);
}

function placed(
  edits: Omit<WeightEdits, 'now'>,
  before: Weights,
  layer: string,
  weights: readonly NamedWeight[],
): Changed {
  const now = new Map(before).set(layer, weights);
  const all = { ...edits, now };
  return {
    weights: now,
    edits: all,
    provenance: editedLayers(all).length > 0 ? 'edited' : edits.from,
  };
}

/** What undo, or redo, would bring back, and the state after it; undefined where there is nothing. */
export function gestureBack(
  state: TraceState,
  way: 'past' | 'future',
): { readonly gesture: Gesture; readonly changed: Changed } | undefined {
  const edits = editsOf(state);
  const gesture = way === 'past' ? edits?.past.at(-1) : edits?.future[0];
  if (!edits || !gesture) return undefined;
  const { layer, step } = gesture;
  const other = { layer, weights: state.weights.get(layer)!, step };
  const moved =
    way === 'past'
      ? { past: edits.past.slice(0, -1), future: [other, ...edits.future] }
      : { past: [...edits.past, other], future: edits.future.slice(1) };
  return { gesture, changed: placed({ ...edits, ...moved }, state.weights, layer, gesture.weights) };
}

/** What the way back to the weights from before the edits needs. */
export type BeforeEdits = Pick<WeightEdits, 'trained' | 'from'>;

/** Undefined where nothing is changed by hand. */
export function beforeEdits(state: Pick<TraceState, 'edits' | 'weights'>): BeforeEdits | undefined {
  const edits = editsOf(state);
  if (!edits || editedLayers(edits).length === 0) return undefined;
  return { trained: edits.trained, from: edits.from };
}

/** The edits that led to `now`, where only what was before them is known: undo takes them back a layer at a time. */
export function editsSince({ trained, from }: BeforeEdits, now: Weights): WeightEdits {
  const edits = { trained, from, now, past: [], future: [] };
  const past = editedLayers(edits).map((layer) => ({
    layer,
    weights: trained.get(layer)!,
    step: undefined,
  }));
  return { ...edits, past };
}

/** The edits of weights that were built anew as they were, where all of them still fit; without a way to undo them. */
export function carriedEdits(state: TraceState, now: Weights): WeightEdits | undefined {
  const edits = editsOf(state);
  if (!edits || editedLayers(edits).length === 0) return undefined;
  const fits = [...now].every(([layer, list]) => {
    const before = edits.trained.get(layer);
    return (
      list.length === before?.length && list.every(({ data }, at) => data.length === before[at]!.data.length)
    );
  });
  return fits && now.size === edits.trained.size ? { ...edits, now, past: [], future: [] } : undefined;
}
