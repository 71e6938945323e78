import type { Json } from '../../../base/json.ts';
import { PythonFault } from '../python/fault.ts';
import { PyFunction } from '../python/function.ts';
import { Native, type Placed, PyDict, PyFloat, PyList, PyTuple, Thing, typeName } from '../python/values.ts';
import { KerasLayer } from './graph.ts';
import { KerasObject, KerasReference } from './keras-object.ts';
import type { Places } from './places.ts';

/** A value of the code's as the document has it; where each piece stands goes into `places`. */
export function toJson({ value, place }: Placed, path: string, places: Places): Json {
  places.set(path, place);
  if (
    value === null ||
    typeof value === 'boolean' ||
    typeof value === 'number' ||
    typeof value === 'string'
  ) {
    return value;
  }
  if (value instanceof PyFloat) {
    if (Number.isFinite(value.value)) return value.value;
    throw new PythonFault('not-finite', place);
  }
  if (value instanceof PyList || value instanceof PyTuple) {
    return value.items.map((item, at) =>
      toJson({ value: item, place: placeOf(item) ?? place }, `${path}[${at}]`, places),
    );
  }
  if (value instanceof PyDict) {
    const pairs = Array.from(value.entries.values(), ([key, item]): [string, Json] => {
      if (typeof key !== 'string') throw new PythonFault('text', place, { type: typeName(key) });
      return [key, toJson({ value: item, place }, `${path}.${key}`, places)];
    });
    return Object.fromEntries(pairs);
  }
  if (value instanceof KerasReference) return value.className;
  if (value instanceof KerasObject || value instanceof KerasLayer) {
    return { class_name: value.className, config: configJson(value.config, `${path}.config`, places) };
  }
  if (value instanceof PyFunction) throw new PythonFault('own-function', place, { name: value.what });
  if (value instanceof Thing && !(value instanceof Native))
    throw new PythonFault('unknown-value', place, { what: value.what });
  throw new PythonFault('unknown-value', place, { what: typeName(value) });
}

/** The arguments of a layer or of another object of Keras. */
export function configJson(
  config: ReadonlyMap<string, Placed>,
  path: string,
  places: Places,
): { [name: string]: Json } {
  return Object.fromEntries(
    Array.from(config, ([name, placed]) => [name, toJson(placed, `${path}.${name}`, places)]),
  );
}

function placeOf(value: Placed['value']) {
  return value instanceof KerasObject || value instanceof KerasLayer ? value.place : undefined;
}
