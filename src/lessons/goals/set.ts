import { sameJson } from '../../base/json.ts';
import type { Begin, GoalNamed } from './check.ts';

/** Keras takes one number for a list of equal ones. */
function says(held: unknown, wanted: unknown): boolean {
  if (Array.isArray(held) && !Array.isArray(wanted)) return held.every((item) => says(item, wanted));
  return sameJson(held, wanted);
}

export const set: Begin<GoalNamed<'set'>> =
  ({ layer, key, value }, { document }) =>
  () => {
    const config = document.getState().network.byName.get(layer)?.config;
    const held: unknown = config && Object.hasOwn(config, key) ? Reflect.get(config, key) : undefined;
    return { met: held !== undefined && says(held, value) };
  };
