import * as v from 'valibot';
import { Fault, leaf, object, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { LAYER_ALIASES, type WrappableKind } from './kinds.ts';
import { wrappableDefinitions } from './wrappable.ts';

/** The layer that a wrapper carries. */
export interface InnerLayer {
  readonly class_name: WrappableKind;
  readonly config: BaseConfig;
}

export function innerDefinition({ class_name }: InnerLayer): LayerDefinition {
  return wrappableDefinitions[class_name];
}

function classNameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'class_name' in value ? value.class_name : undefined;
}

/** A whole layer of one of these kinds as an argument, by any of Keras's names for it. */
export function innerLayer(kinds: readonly WrappableKind[]): Schema<InnerLayer> {
  const byName = new Map<unknown, WrappableKind>(kinds.map((kind) => [kind, kind]));
  for (const [alias, kind] of Object.entries(LAYER_ALIASES)) {
    const known = kinds.find((candidate) => candidate === kind);
    if (known) byName.set(alias, known);
  }
  const className = leaf(`a layer that can stand here: ${kinds.join(', ')}`, (value) => {
    if (typeof value !== 'string') return new Fault('type');
    return byName.get(value) ?? new Fault('unknown-layer');
  });
  const layerWith = (config: Schema<BaseConfig>): Schema<InnerLayer> =>
    object({ class_name: className, config: v.optional(config, {}) });
  const unknown = layerWith(v.never());
  const known = new Map<WrappableKind, Schema<InnerLayer>>();
  const read = (kind: WrappableKind) => {
    const schema = known.get(kind) ?? layerWith(wrappableDefinitions[kind].schema);
    known.set(kind, schema);
    return schema;
  };
  const layer = v.lazy((value): Schema<InnerLayer> => {
    const kind = byName.get(classNameOf(value));
    return kind === undefined ? unknown : read(kind);
  });
  return taking(layer, { type: 'layer' });
}
