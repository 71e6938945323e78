import { KernelscopeError } from '../../base/errors.ts';
import { type Json, printable } from '../../base/json.ts';
import type { Focus, ModelDocument } from '../document.ts';
import { namer } from '../layer-names.ts';
import type { LayerKind } from '../layers/kinds.ts';
import { INPUT_NAME } from '../network.ts';
import { minimise } from '../normalise.ts';
import { partName, partOf } from '../part-names.ts';

type Config = { readonly [argument: string]: Json };

/** A layer on the table: its short config, and every name that it reads written out. */
export interface LooseLayer {
  readonly class_name: LayerKind;
  readonly config: Config & { readonly name: string };
  readonly inputs: readonly string[];
}

/** A document on the table, unchecked: in short form, so that arguments left to their defaults stay with them. */
export interface Loose {
  readonly model: {
    readonly input_shape: readonly (number | null)[];
    readonly batch_size?: number;
    readonly layers: readonly LooseLayer[];
    readonly outputs?: readonly string[];
  };
  readonly view?: { readonly focus?: Focus; readonly playing?: boolean };
}

interface ShortForm extends Omit<Loose, 'model'> {
  readonly model: Omit<Loose['model'], 'layers'> & {
    readonly layers: readonly (Omit<LooseLayer, 'inputs'> & { readonly inputs?: readonly string[] })[];
  };
}

/** Takes a document apart; the gate leaves out again what only says the usual. */
export function loosen(document: ModelDocument): Loose {
  const { model, ...rest } = minimise(document) as ShortForm;
  const layers = model.layers.map((layer, position) => ({
    ...layer,
    inputs: layer.inputs ?? [model.layers[position - 1]?.config.name ?? INPUT_NAME],
  }));
  return { ...rest, model: { ...model, layers } };
}

/** The document with other layers and outputs. What its view looks at goes: that cell may no longer be there. */
export function withLayers(
  loose: Loose,
  layers: readonly LooseLayer[],
  outputs: readonly string[] | undefined,
): Loose {
  const { outputs: _, ...model } = loose.model;
  const { focus: __, ...view } = loose.view ?? {};
  return {
    ...loose,
    model: { ...model, layers, ...(outputs && { outputs }) },
    view,
  };
}

/** Throws `not-found` where no layer has the name. */
export function positionOf({ model }: Loose, name: string): number {
  const names = model.layers.map((layer) => layer.config.name);
  const position = names.indexOf(name);
  if (position >= 0) return position;
  throw new KernelscopeError({
    code: 'not-found',
    path: 'layer',
    expected: names.join(', '),
    received: printable(name),
    reason: 'layer',
  });
}

/** Names with `old` replaced by `next`; its states stay. */
export function redirected(names: readonly string[], old: string, next: string): readonly string[] {
  return names.map((name) => (name === old ? next : name));
}

/** Names after the layer `old` is called `next`: those of its states follow. */
export function redirectedWithStates(names: readonly string[], old: string, next: string): readonly string[] {
  return names.map((name) => {
    const { layer, part } = partOf(name);
    return layer === old ? partName(next, part) : name;
  });
}

/** Keras's next automatic name for a layer of this kind. */
export function nextName({ model }: Loose, kind: LayerKind): string {
  return namer(new Set(model.layers.map((layer) => layer.config.name)))(kind);
}
