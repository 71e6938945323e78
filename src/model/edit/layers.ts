import type { ModelDocument } from '../document.ts';
import type { LayerKind } from '../layers/kinds.ts';
import { INPUT_NAME } from '../network.ts';
import { startingConfigs } from './starting-config.ts';
import {
  type Loose,
  type LooseLayer,
  loosen,
  nextName,
  positionOf,
  redirected,
  withLayers,
} from './wiring.ts';

/**
 * Puts a layer at position `at`: it reads what the layer there read, which now reads it. At the end it reads the last
 * layer. Positions beyond the ends are those of the ends.
 */
function put(loose: Loose, at: number, layer: Omit<LooseLayer, 'inputs'>): Loose {
  const { layers, outputs } = loose.model;
  const place = Math.max(0, Math.min(layers.length, Math.trunc(at)));
  const follower = layers[place];
  const inputs = follower?.inputs ?? [layers.at(-1)?.config.name ?? INPUT_NAME];
  const behind = follower ? [{ ...follower, inputs: [layer.config.name] }, ...layers.slice(place + 1)] : [];
  return withLayers(loose, [...layers.slice(0, place), { ...layer, inputs }, ...behind], outputs);
}

/** Takes a layer out: who read it reads what it read. */
function take(loose: Loose, name: string): { readonly rest: Loose; readonly taken: LooseLayer } {
  const { layers, outputs } = loose.model;
  const taken = layers[positionOf(loose, name)]!;
  const source = taken.inputs[0]!;
  const remaining = layers
    .filter((layer) => layer !== taken)
    .map((layer) => ({ ...layer, inputs: redirected(layer.inputs, name, source) }));
  // The model's own input is no layer: then the last layer is the output again.
  const left = outputs && redirected(outputs, name, source);
  return { rest: withLayers(loose, remaining, left?.includes(INPUT_NAME) ? undefined : left), taken };
}

/** The document with a new layer of this kind at position `at`; unchecked, for `admit`. */
export function insertLayer(document: ModelDocument, at: number, kind: LayerKind): unknown {
  const loose = loosen(document);
  const config = { name: nextName(loose, kind), ...startingConfigs[kind] };
  return put(loose, at, { class_name: kind, config });
}

/** The document without the layer; unchecked, for `admit`. Throws `not-found`. */
export function removeLayer(document: ModelDocument, name: string): unknown {
  return take(loosen(document), name).rest;
}

/** The document with the layer at position `to` of the model; unchecked, for `admit`. Throws `not-found`. */
export function moveLayer(document: ModelDocument, name: string, to: number): unknown {
  const { rest, taken } = take(loosen(document), name);
  return put(rest, to, taken);
}

/** The document with a copy of the layer right after it; unchecked, for `admit`. Throws `not-found`. */
export function duplicateLayer(document: ModelDocument, name: string): unknown {
  const loose = loosen(document);
  const { layers, outputs } = loose.model;
  const position = positionOf(loose, name);
  const { class_name, config } = layers[position]!;
  const copy = { class_name, config: { ...config, name: nextName(loose, class_name) }, inputs: [name] };
  const behind = layers
    .slice(position + 1)
    .map((layer) => ({ ...layer, inputs: redirected(layer.inputs, name, copy.config.name) }));
  const ends = outputs && redirected(outputs, name, copy.config.name);
  return withLayers(loose, [...layers.slice(0, position + 1), copy, ...behind], ends);
}
