import { type Json, sameJson } from '../../base/json.ts';
import { type Argument, argumentsOf } from '../../model/arguments/arguments.ts';
import type { LayerDocument, ModelDocument } from '../../model/document.ts';
import { setArgument } from '../../model/edit/argument.ts';
import { tryOut } from './trial.ts';

/** Arguments to set, one after the other; each step is a document that can be. */
export type Fix = readonly (readonly [argument: string, value: Json])[];

/** Most ways out that are offered. */
const MOST = 3;
/** A choice of more words than this is no way out: which activation would it be? */
const MOST_CHOICES = 3;
/** Doublings in the search for a larger value. */
const DOUBLINGS = 12;

/** The document with the fix made, unchecked; undefined where a step before the last cannot be. */
export function fixed(document: ModelDocument, layer: string, fix: Fix): unknown {
  let now = document;
  let edited: unknown;
  for (const [position, [argument, value]] of fix.entries()) {
    edited = setArgument(now, layer, argument, value);
    if (position === fix.length - 1) break;
    const trial = tryOut(() => edited);
    if (trial.refused !== undefined) return undefined;
    now = trial.document;
  }
  return edited;
}

/** The largest `k` of `least` to `most` that passes, if all below it do too. */
function largest(least: number, most: number, passes: (k: number) => boolean): number | undefined {
  if (most < least || !passes(least)) return undefined;
  let [low, high] = [least, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The smallest `k` above `from` that passes, found by doubling the distance and then halving it. */
function smallestAbove(from: number, passes: (k: number) => boolean): number | undefined {
  let failed = from;
  for (let doubling = 0; doubling < DOUBLINGS; doubling++) {
    const k = from + 2 ** doubling;
    if (!passes(k)) {
      failed = k;
      continue;
    }
    let [low, high] = [failed + 1, k];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (passes(middle)) high = middle;
      else low = middle + 1;
    }
    return high;
  }
  return undefined;
}

/** Values of the same argument next to the one wanted: the nearest below and the nearest above that can be. */
function nearestValues({ takes }: Argument, wanted: Json, passes: (value: Json) => boolean): Json[] {
  if (takes.type === 'number' && typeof wanted === 'number') {
    const { least, most } = takes;
    const bounds = [least, most].filter((bound): bound is number => bound !== undefined && bound !== wanted);
    const distance = (bound: number) => Math.abs(bound - wanted);
    return bounds
      .toSorted((one, other) => distance(one) - distance(other))
      .filter(passes)
      .slice(0, 1);
  }
  if (takes.type !== 'integer' && takes.type !== 'sizes') return [];
  const whole = (Array.isArray(wanted) ? wanted : [wanted]).map((size) => Math.round(Number(size)));
  if (whole.some((size) => !Number.isSafeInteger(size))) return [];
  const value = (sizes: number[]): Json => (Array.isArray(wanted) ? sizes : sizes[0]!);
  const atMost = (k: number) => value(whole.map((size) => Math.min(size, k)));
  const atLeast = (k: number) => value(whole.map((size) => Math.max(size, k)));
  const floor = takes.type === 'integer' ? (takes.least ?? 0) : 1;
  const below = largest(floor, Math.max(...whole), (k) => passes(atMost(k)));
  const above = smallestAbove(Math.min(...whole) - 1, (k) => passes(atLeast(k)));
  const found = [below !== undefined && atMost(below), above !== undefined && atLeast(above)];
  return found.filter((candidate): candidate is Json => candidate !== false && !sameJson(candidate, wanted));
}

/** What another argument of the layer could be instead: its default, or another of a few words. */
function alternatives({ takes, default: usual }: Argument, now: Json): Json[] {
  if (takes.type === 'choice' && takes.choices.length <= MOST_CHOICES) {
    return takes.choices.filter((choice) => choice !== now);
  }
  const countable = takes.type === 'integer' || takes.type === 'sizes';
  return countable && usual !== undefined && usual !== null && !sameJson(usual, now) ? [usual as Json] : [];
}

/**
 * What can be, nearest to a value that the gate refuses: the same argument a little smaller or larger, or the value as
 * wanted with another argument of the layer changed.
 */
export function nearestFixes(
  document: ModelDocument,
  layer: string,
  argument: Argument,
  wanted: Json,
): Fix[] {
  const { class_name, config } = document.model.layers.find(
    (candidate): candidate is LayerDocument => candidate.config.name === layer,
  )!;
  const values = config as unknown as Readonly<Record<string, Json>>;
  const can = (fix: Fix) => {
    const edited = fixed(document, layer, fix);
    return edited !== undefined && tryOut(() => edited).refused === undefined;
  };
  const same = nearestValues(argument, wanted, (value) => can([[argument.name, value]]));
  const fixes: Fix[] = same
    .filter((value) => !sameJson(value, values[argument.name]))
    .map((value) => [[argument.name, value]]);
  for (const other of argumentsOf(class_name)) {
    if (other.name === argument.name) continue;
    for (const value of alternatives(other, values[other.name]!)) {
      const fix: Fix = [
        [other.name, value],
        [argument.name, wanted],
      ];
      if (fixes.length < MOST && can(fix)) fixes.push(fix);
    }
  }
  return fixes.slice(0, MOST);
}
