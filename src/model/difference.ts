import { sameJson } from '../base/json.ts';
import { isCustom } from './datasets/custom.ts';
import type { LayerDocument, ModelDocument } from './document.ts';

/** One thing that is not the same in two documents. */
export interface Difference {
  /** Where, as people name it: `learning_rate`, `conv2d.filters`. */
  readonly path: string;
  /** Undefined where it is not there. */
  readonly from: unknown;
  readonly to: unknown;
}

type Values = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A Keras object: what is said of it is its class, and then its arguments. */
function isNamed(value: unknown): value is { readonly class_name: string; readonly config: Values } {
  return isObject(value) && typeof value.class_name === 'string' && isObject(value.config);
}

function compare(path: string, from: unknown, to: unknown): Difference[] {
  if (sameJson(from, to)) return [];
  if (isNamed(from) && isNamed(to)) {
    return from.class_name === to.class_name
      ? compareValues(path, from.config, to.config)
      : [{ path, from: from.class_name, to: to.class_name }];
  }
  if (isObject(from) && isObject(to)) return compareValues(path, from, to);
  return [{ path, from: plainly(from), to: plainly(to) }];
}

function plainly(value: unknown): unknown {
  return isNamed(value) ? value.class_name : value;
}

function compareValues(path: string, from: Values, to: Values): Difference[] {
  const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...keys].flatMap((key) => compare(path ? `${path}.${key}` : key, from[key], to[key]));
}

function compareLayers(before: readonly LayerDocument[], after: readonly LayerDocument[]): Difference[] {
  const old = new Map(before.map((layer) => [layer.config.name, layer]));
  const now = new Map(after.map((layer) => [layer.config.name, layer]));
  const changed = after.flatMap((layer) => {
    const { name } = layer.config;
    const known = old.get(name);
    if (!known) return [{ path: name, from: undefined, to: layer.class_name }];
    return [...compare(name, known, layer), ...compare(`${name}.inputs`, known.inputs, layer.inputs)];
  });
  const removed = before
    .filter(({ config }) => !now.has(config.name))
    .map(({ config, class_name }) => ({ path: config.name, from: class_name, to: undefined }));
  const common = (list: readonly LayerDocument[], other: ReadonlyMap<string, LayerDocument>) =>
    list.map(({ config }) => config.name).filter((name) => other.has(name));
  const order = [common(before, now), common(after, old)] as const;
  const moved = sameJson(...order) ? [] : [{ path: 'layers', from: order[0], to: order[1] }];
  return [...changed, ...removed, ...moved];
}

/** Callbacks by class, as a fit has one of a kind as a rule. */
function byClass(list: readonly { readonly class_name: string; readonly config: object }[]): Values {
  return Object.fromEntries(list.map((item) => [item.class_name, item]));
}

/** Which data a document takes, and how many; the reader's own by their file. */
function choiceOf(dataset: ModelDocument['dataset']): Values {
  const { name, train, test } = dataset;
  return { name: isCustom(dataset) ? dataset.file : name, train, test };
}

/**
 * What has changed between two documents past the gate, layers matched by name; title and view do not count. An
 * optimizer's arguments stand without the path to them, as `fit`'s and `compile`'s do: `learning_rate`, `epochs`.
 */
export function differences(before: ModelDocument, after: ModelDocument): Difference[] {
  const { optimizer: oldOptimizer, ...oldCompile } = before.compile ?? {};
  const { optimizer: newOptimizer, ...newCompile } = after.compile ?? {};
  const { callbacks: oldCallbacks, ...oldFit } = before.fit;
  const { callbacks: newCallbacks, ...newFit } = after.fit;
  const sameOptimizer = oldOptimizer?.class_name === newOptimizer?.class_name;
  return [
    ...compare('seed', before.seed, after.seed),
    ...compareValues('dataset', choiceOf(before.dataset), choiceOf(after.dataset)),
    ...compare('input_shape', before.model.input_shape, after.model.input_shape),
    ...compareLayers(before.model.layers, after.model.layers),
    ...compare('outputs', before.model.outputs, after.model.outputs),
    ...(sameOptimizer
      ? compareValues('', oldOptimizer?.config ?? {}, newOptimizer?.config ?? {})
      : [{ path: 'optimizer', from: oldOptimizer?.class_name, to: newOptimizer?.class_name }]),
    ...compareValues('', oldCompile, newCompile),
    ...compareValues('', oldFit, newFit),
    ...compareValues('', byClass(oldCallbacks), byClass(newCallbacks)),
  ];
}
