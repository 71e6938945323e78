import { sameJson } from '../../base/json.ts';
import type { ModelDocument } from '../../model/document.ts';
import { admit } from '../../model/gate.ts';
import { minimise } from '../../model/normalise.ts';

type Value = Readonly<Record<string, unknown>>;

/** In this order deflate finds the longest repetitions; found by trying. */
const ORDER = ['dataset', 'compile', 'model', 'fit', 'view', 'title', 'seed', 'kernelscope'];

/**
 * The document for a link: beyond its short form, the names that Keras would give anyway and the data set that is
 * the default are left out, and a pair of equal sizes is written as one number. The gate reads the same document from it.
 */
export function shorten(document: ModelDocument): Value {
  const short = minimise(document) as Value & {
    readonly model: Value & { readonly layers: readonly Value[] };
  };
  const nameless = withLayers(short, (layer) => layerOf(layer, false));
  const { dataset: _, ...withoutDataset } = nameless;
  const candidates = [withoutDataset, nameless, withLayers(short, (layer) => layerOf(layer, true)), short];
  return candidates.find((candidate) => reads(candidate, document)) ?? short;
}

function reads(candidate: Value, document: ModelDocument): boolean {
  try {
    return sameJson(admit(candidate).document, document);
  } catch {
    return false;
  }
}

function withLayers(
  short: Value & { readonly model: Value & { readonly layers: readonly Value[] } },
  change: (layer: Value) => Value,
): Value {
  const { layers, ...model } = short.model;
  const changed: Value = { ...short, model: { layers: layers.map(change), ...model } };
  return Object.fromEntries(ORDER.filter((key) => key in changed).map((key) => [key, changed[key]]));
}

function layerOf({ class_name, config, ...rest }: Value, named: boolean): Value {
  const kept = Object.entries(config as Value).filter(([key]) => named || key !== 'name');
  const short = Object.fromEntries(kept.map(([key, value]) => [key, isSquare(value) ? value[0] : value]));
  return { ...(kept.length > 0 && { config: short }), class_name, ...rest };
}

function isSquare(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && value[0] === value[1];
}
