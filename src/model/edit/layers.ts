import type { ModelDocument } from '../document.ts';
import type { LayerKind } from '../layers/kinds.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { INPUT_NAME, type Network, resolve } from '../network.ts';
import { partOf } from '../part-names.ts';
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

/** A second layer to read beside `first`: the last of the earlier ones whose output has the same shape, else the same. */
function besides(first: string, earlier: readonly string[], network: Network): string {
  const shapeOf = (name: string) =>
    name === INPUT_NAME ? network.inputShape : network.byName.get(name)?.outputShape;
  const wanted = shapeOf(first);
  const fits = (name: string) => {
    const shape = shapeOf(name);
    return (
      name !== first && shape?.length === wanted?.length && shape?.every((size, at) => size === wanted?.[at])
    );
  };
  return earlier.findLast(fits) ?? first;
}

/** What a layer put behind `earlier` ones reads beside `first`: what it read before, where that is still there. */
function others(
  { class_name, inputs }: LooseLayer,
  first: string,
  earlier: readonly string[],
  network: Network,
): readonly string[] {
  const { arity } = layerDefinitions[class_name];
  const isThere = (name: string) => earlier.includes(partOf(name).layer);
  const rest = inputs.slice(1);
  if (arity === 'states') return rest.every(isThere) ? rest : [];
  if (arity !== 'many') return [];
  const kept = rest.filter(isThere);
  return kept.length > 0 ? kept : [besides(first, earlier, network)];
}

/**
 * Puts a layer at position `at`: it reads what the layer there read, which now reads it. At the end it reads the last
 * layer. Positions beyond the ends are those of the ends.
 */
function put(loose: Loose, at: number, layer: LooseLayer, network: Network): Loose {
  const { layers, outputs } = loose.model;
  const place = Math.max(0, Math.min(layers.length, Math.trunc(at)));
  const follower = layers[place];
  const first = follower?.inputs[0] ?? layers.at(-1)?.config.name ?? INPUT_NAME;
  const earlier = [INPUT_NAME, ...layers.slice(0, place).map(({ config }) => config.name)];
  const inputs = [first, ...others(layer, first, earlier, network)];
  const rewired = follower && { ...follower, inputs: [layer.config.name, ...follower.inputs.slice(1)] };
  const behind = rewired ? [rewired, ...layers.slice(place + 1)] : [];
  return withLayers(loose, [...layers.slice(0, place), { ...layer, inputs }, ...behind], outputs);
}

/** What a layer reads once the layer `name` is gone, in whose place stands `source`. */
function without(layer: LooseLayer, name: string, source: string): LooseLayer {
  const isState = (read: string) => read !== name && partOf(read).layer === name;
  if (!layer.inputs.some(isState)) return { ...layer, inputs: redirected(layer.inputs, name, source) };
  // Where one of the states is gone that a layer starts from, it starts from none.
  const reads =
    layerDefinitions[layer.class_name].arity === 'states' ? layer.inputs.slice(0, 1) : layer.inputs;
  return { ...layer, inputs: reads.map((read) => (partOf(read).layer === name ? source : read)) };
}

/** Takes a layer out: who read it reads what it read. */
function take(loose: Loose, name: string): { readonly rest: Loose; readonly taken: LooseLayer } {
  const { layers, outputs } = loose.model;
  const taken = layers[positionOf(loose, name)]!;
  const source = taken.inputs[0]!;
  const remaining = layers.filter((layer) => layer !== taken).map((layer) => without(layer, name, source));
  // The model's own input is no layer: then the last layer is the output again.
  const left = outputs && redirected(outputs, name, source);
  return { rest: withLayers(loose, remaining, left?.includes(INPUT_NAME) ? undefined : left), taken };
}

/** The document with a new layer of this kind at position `at`; unchecked, for `admit`. */
export function insertLayer(document: ModelDocument, at: number, kind: LayerKind): unknown {
  const loose = loosen(document);
  const config = { name: nextName(loose, kind), ...startingConfigs[kind] };
  return put(loose, at, { class_name: kind, config, inputs: [] }, resolve(document));
}

/** The document without the layer; unchecked, for `admit`. Throws `not-found`. */
export function removeLayer(document: ModelDocument, name: string): unknown {
  return take(loosen(document), name).rest;
}

/** The document with the layer at position `to` of the model; unchecked, for `admit`. Throws `not-found`. */
export function moveLayer(document: ModelDocument, name: string, to: number): unknown {
  const { rest, taken } = take(loosen(document), name);
  return put(rest, to, taken, resolve(document));
}

/** The document with a copy of the layer right after it; unchecked, for `admit`. Throws `not-found`. */
export function duplicateLayer(document: ModelDocument, name: string): unknown {
  const loose = loosen(document);
  const { layers, outputs } = loose.model;
  const position = positionOf(loose, name);
  const { class_name, config, inputs } = layers[position]!;
  const copy = {
    class_name,
    config: { ...config, name: nextName(loose, class_name) },
    inputs: [name, ...inputs.slice(1)],
  };
  const behind = layers
    .slice(position + 1)
    .map((layer) => ({ ...layer, inputs: redirected(layer.inputs, name, copy.config.name) }));
  const ends = outputs && redirected(outputs, name, copy.config.name);
  return withLayers(loose, [...layers.slice(0, position + 1), copy, ...behind], ends);
}
