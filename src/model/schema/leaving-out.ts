import * as v from 'valibot';
import type { Schema } from './leaf.ts';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `schema`, before which arguments are taken away that Keras knows and that change nothing here; each has to be what
 * its own schema takes.
 */
export function leavingOut<T>(
  without: Readonly<Record<string, Schema<unknown>>>,
  schema: Schema<T>,
): Schema<T> {
  const take = v.rawTransform<unknown, unknown>(({ dataset, addIssue, NEVER }) => {
    const { value } = dataset;
    if (!isObject(value)) return value;
    for (const [key, taken] of Object.entries(without)) {
      if (!Object.hasOwn(value, key)) continue;
      const [issue] = v.safeParse(taken, value[key], { abortEarly: true }).issues ?? [];
      if (!issue) continue;
      const { expected, received, message } = issue;
      const path = [{ type: 'object', origin: 'value', input: value, key, value: value[key] }] as [
        v.ObjectPathItem,
      ];
      addIssue({ expected: expected ?? 'nothing', received, message, path });
      return NEVER;
    }
    return Object.fromEntries(Object.entries(value).filter(([key]) => !Object.hasOwn(without, key)));
  });
  return v.pipe(v.unknown(), take, schema);
}
