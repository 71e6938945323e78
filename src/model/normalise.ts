import type * as v from 'valibot';
import { type Json, sameJson } from '../base/json.ts';
import type { LayerDocument, ModelDocument } from './document.ts';
import { layerDefinitions } from './layers/registry.ts';
import { documentSchema } from './schema/document.ts';
import { wordOf } from './schema/named.ts';
import { tryWith } from './schema/parse.ts';

type JsonObject = { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** Always written, though some have defaults. */
const KEPT_AT_ROOT = ['kernelscope', 'title', 'seed', 'dataset', 'model', 'compile'];
const KEPT = ['name', 'class_name', 'input_shape', 'focus'];

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value` with what stands at `path` replaced, or taken out where `item` is undefined. */
function withItem(value: Json, path: Path, item: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return item ?? null;
  if (Array.isArray(value)) {
    return (value as Json[]).map((old, position) => (position === key ? withItem(old, rest, item) : old));
  }
  const changed: Record<string, Json> = {};
  for (const [name, old] of Object.entries(value as JsonObject)) {
    if (name !== key) changed[name] = old;
    else if (rest.length > 0 || item !== undefined) changed[name] = withItem(old, rest, item);
  }
  return changed;
}

/**
 * The shortest JSON that `schema` still reads as `complete`: whatever key can be left out is, and a Keras object
 * whose arguments are all gone becomes its word. So no default is written down twice.
 */
function shorten<T>(schema: v.GenericSchema<unknown, T>, complete: T, keeps: (path: Path) => boolean): Json {
  let short = complete as Json;

  function attempt(path: Path, item: Json | undefined): boolean {
    const candidate = withItem(short, path, item);
    if (!sameJson(tryWith(schema, candidate), complete)) return false;
    short = candidate;
    return true;
  }

  function visit(value: Json, path: Path): void {
    if (path.length > 0 && typeof path.at(-1) === 'string' && !keeps(path) && attempt(path, undefined))
      return;
    if (Array.isArray(value)) {
      for (const [position, item] of (value as Json[]).entries()) visit(item, [...path, position]);
    }
    if (!isObject(value)) return;
    for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
    const name = value.class_name;
    if (typeof name === 'string' && path.length > 0) attempt(path, wordOf(name));
  }

  visit(short, []);
  return short;
}

function shortLayer(layer: LayerDocument): Json {
  const { schema } = layerDefinitions[layer.class_name];
  const config = shorten(schema, layer.config, (path) => KEPT.includes(path.at(-1) as string));
  const { class_name, inputs } = layer;
  return inputs === undefined ? { class_name, config } : { class_name, config, inputs };
}

/** Stands for the layers while the rest is shortened; they are done one by one. */
const NO_LAYERS: readonly LayerDocument[] = [{ class_name: 'Flatten', config: { name: 'flatten' } }];

/**
 * The short form of a complete document: what equals its Keras default is left out, except what API.md always
 * writes. `admit` reads it back to the same document.
 */
export function minimise(document: ModelDocument): unknown {
  const rest = { ...document, model: { ...document.model, layers: NO_LAYERS } };
  const short = shorten(documentSchema, rest, (path) => {
    if (path.length === 1 && KEPT_AT_ROOT.includes(path[0] as string)) return true;
    return path[0] === 'model' || KEPT.includes(path.at(-1) as string);
  });
  return withItem(short, ['model', 'layers'], document.model.layers.map(shortLayer));
}
