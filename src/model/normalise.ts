import * as v from 'valibot';
import { type Json, sameJson } from '../base/json.ts';
import type { LayerDocument, ModelDocument } from './document.ts';
import { layerDefinitions } from './layers/registry.ts';
import { documentSchema } from './schema/document.ts';
import { wordOf } from './schema/named.ts';
import { tryWith } from './schema/parse.ts';
import { type AnySchema, defaultOf, type Entries, partsOf } from './schema/parts.ts';

/** Always written, though some have defaults. */
const KEPT_AT_ROOT = ['title', 'seed', 'dataset'];
const KEPT = ['name', 'class_name'];

/** Whether the schema works on the whole object, so that a default may follow from other keys: a pool's strides. */
function hangTogether(schema: AnySchema, value: unknown): boolean {
  const hasEntries = (part: unknown) => [...partsOf(part as AnySchema, value)].some(({ entries }) => entries);
  return [...partsOf(schema, value)].some(
    (part) => part.pipe?.some(({ kind }) => kind === 'transformation') && hasEntries(part),
  );
}

/** The short form of an object: nothing in it that a missing key is read as. */
function shortObject(
  schema: AnySchema,
  complete: Readonly<Record<string, unknown>>,
  entries: Entries,
  keeps: readonly string[],
): Json {
  const word = typeof complete.class_name === 'string' ? wordOf(complete.class_name) : undefined;
  if (word !== undefined && sameJson(tryWith(schema, word), complete)) return word;
  const short: Record<string, Json> = {};
  for (const [key, value] of Object.entries(complete)) {
    const entry = entries[key];
    if (value === undefined) continue;
    if (!entry || keeps.includes(key) || !sameJson(defaultOf(entry), value)) {
      short[key] = shorten(entry ?? v.unknown(), value);
    }
  }
  for (const key of hangTogether(schema, complete) ? Object.keys(short) : []) {
    if (keeps.includes(key)) continue;
    const { [key]: _, ...rest } = short;
    if (sameJson(tryWith(schema, rest), complete)) delete short[key];
  }
  return short;
}

/**
 * The shortest JSON, all of it new, that `schema` still reads as `complete`: keys that may be missing are, and a
 * Keras object whose arguments are all gone is its word. No default is written down twice: the schema is asked.
 */
function shorten(schema: AnySchema, complete: unknown, keeps = KEPT): Json {
  if (typeof complete !== 'object' || complete === null) return complete as Json;
  const parts = [...partsOf(schema, complete)];
  if (Array.isArray(complete)) {
    const item = parts.find((part) => part.item)?.item ?? v.unknown();
    return (complete as unknown[]).map((value) => shorten(item, value));
  }
  const entries = parts.find((part) => part.entries)?.entries ?? {};
  return shortObject(schema, complete as Readonly<Record<string, unknown>>, entries, keeps);
}

function shortLayer({ class_name, config, inputs }: LayerDocument): Json {
  const short = { class_name, config: shorten(layerDefinitions[class_name].schema, config) };
  return inputs === undefined ? short : { ...short, inputs: [...inputs] };
}

/**
 * The short form of a complete document: what equals its Keras default is left out, except what API.md always
 * writes. `admit` reads it back to the same document. Nothing in it is shared with the document.
 */
export function minimise(document: ModelDocument): unknown {
  const { layers, input_shape, outputs, batch_size } = document.model;
  const model = {
    input_shape: [...input_shape],
    layers: layers.map(shortLayer),
    ...(outputs && { outputs: [...outputs] }),
    ...(batch_size !== undefined && { batch_size }),
  };
  const { model: _, ...around } = document;
  const short = shorten(documentSchema, around, KEPT_AT_ROOT) as { readonly [key: string]: Json };
  const { kernelscope, title, seed, dataset, ...rest } = short;
  return { kernelscope, title, seed, dataset, model, ...rest };
}
