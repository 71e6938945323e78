import { LAYER_KINDS, type LayerKind } from '../layers/kinds.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { type AnySchema, defaultOf, partsOf, takesOf } from '../schema/parts.ts';
import type { Takes } from '../schema/takes.ts';

/** One argument of a layer, as its schema has it. */
export interface Argument {
  readonly name: string;
  readonly takes: Takes;
  /** Whether it also takes `null`, Keras's None. */
  readonly nullable: boolean;
  /** Keras's default in the complete document's form; undefined where Keras has none. */
  readonly default: unknown;
}

function argumentOf(name: string, schema: AnySchema): Argument {
  const takes = takesOf(schema);
  if (!takes) throw new Error(`${name}: the schema does not say what it takes`);
  const nullable = [...partsOf(schema, undefined)].some((part) => part.type === 'nullable');
  return { name, takes, nullable, default: defaultOf(schema) };
}

function read(kind: LayerKind): readonly Argument[] {
  const { schema } = layerDefinitions[kind];
  const entries = [...partsOf(schema, {})].find((part) => part.entries)?.entries ?? {};
  const { name, ...rest } = entries;
  return Object.entries({ ...rest, name: name! }).map(([key, entry]) => argumentOf(key, entry));
}

const catalogue = new Map(LAYER_KINDS.map((kind) => [kind, read(kind)]));

/** The arguments of a layer kind in Keras's order, `name` last; read from the kind's schema. */
export function argumentsOf(kind: LayerKind): readonly Argument[] {
  return catalogue.get(kind)!;
}
