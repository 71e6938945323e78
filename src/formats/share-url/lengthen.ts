import { DEFAULT_DATASET, findDataset } from '../../model/datasets/registry.ts';

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The JSON of a link as the gate takes it. A link that names no schema version is of the first; one that names no
 * input shape means that of the data set's samples. All else is left to the gate.
 */
export function lengthen(json: unknown): unknown {
  if (!isObject(json)) return json;
  const { dataset, model } = json;
  const name = isObject(dataset) ? dataset.name : undefined;
  const { shape } = (typeof name === 'string' ? findDataset(name) : undefined) ?? DEFAULT_DATASET;
  return {
    kernelscope: 1,
    ...json,
    ...(isObject(model) && { model: { input_shape: [...shape], ...model } }),
  };
}
