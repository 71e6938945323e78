import type { Json } from '../../base/json.ts';
import { LAYERS, moduleOf } from '../keras/modules.ts';

type JsonObject = { readonly [key: string]: Json };

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Every computation here is in float32, whatever the policy of the Python that loads the layer. */
export const DTYPE = 'float32';

/** A layer as Keras writes it. */
export function layerObject(className: string, config: JsonObject): JsonObject {
  return kerasObject(LAYERS, className, { ...serialized(config), dtype: DTYPE });
}

function kerasObject(module: string, className: string, config: JsonObject): JsonObject {
  return { module, class_name: className, config, registered_name: null };
}

/** The arguments of an object, with the objects among them as Keras writes them. */
export function serialized(config: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, serializedAt(key, value)]));
}

/** One value; `argument` is the nearest argument that Keras knows by its name. */
function serializedAt(argument: string, value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => serializedAt(argument, item));
  const { class_name: className, config } = value;
  // Objects by output, as of losses, keep the argument that they are in.
  if (typeof className !== 'string') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, serializedAt(argument, item)]),
    );
  }
  const module = moduleOf(argument);
  const given = (config ?? {}) as JsonObject;
  return module === LAYERS
    ? layerObject(className, given)
    : kerasObject(module, className, serialized(given));
}
