import type { Json } from '../../base/json.ts';
import { argumentsOf } from '../../model/arguments/arguments.ts';
import type { LayerKind } from '../../model/layers/kinds.ts';
import { type Code, call, prefixed } from './code.ts';
import { literal, tuple } from './literal.ts';

/** The call that makes a layer with these arguments, in Keras's order; `tail` closes it. */
export function layerCall(
  kind: LayerKind,
  config: { readonly [argument: string]: Json },
  tail?: string,
): Code {
  const given = argumentsOf(kind).flatMap(({ name, takes }) => {
    const value = config[name];
    if (value === undefined) return [];
    const sizes = takes.type === 'sizes' && value !== null;
    return [
      prefixed(
        `${name}=`,
        sizes ? tuple(value as readonly number[]) : literal(value, () => 'keras.initializers'),
      ),
    ];
  });
  return call(`layers.${kind}`, given, tail);
}
