import { KernelscopeError } from '../../base/errors.ts';
import { type Json, printable } from '../../base/json.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { partName } from '../../model/part-names.ts';
import { isObject } from './known-arguments.ts';
import { createGroups } from './weight-paths.ts';

type JsonObject = { readonly [key: string]: Json };

/** One layer of an archive's model, wired. */
export interface ArchivedLayer {
  readonly name: string;
  readonly className: string;
  readonly config: JsonObject;
  readonly trainable: boolean;
  /** As documents name them. */
  readonly inputs: readonly string[];
  /** Of its weights. */
  readonly group: string;
  /** Where it is in `config.json`, for errors. */
  readonly path: string;
}

export interface ArchivedGraph {
  /** With the batch axis. */
  readonly batchShape: readonly (number | null)[];
  readonly layers: readonly ArchivedLayer[];
  readonly outputs: readonly string[];
}

/** One layer of a model as Keras writes it. */
interface Entry {
  readonly className: string;
  readonly config: JsonObject;
  readonly name: string;
  readonly nodes: readonly Json[];
  readonly path: string;
}

function unsupported(path: string, expected: string, received: string): KernelscopeError {
  return new KernelscopeError({ code: 'unsupported', path, expected, received, reason: 'archive-model' });
}

function unreadable(path: string, received: unknown): KernelscopeError {
  return unsupported(path, "a model in Keras 3's form", printable(received));
}

function listAt(value: Json | undefined, path: string): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  throw unreadable(path, value);
}

function textAt(value: Json | undefined, path: string): string {
  if (typeof value === 'string') return value;
  throw unreadable(path, value);
}

function entryOf(value: Json, path: string): Entry {
  if (!isObject(value) || !isObject(value.config)) throw unreadable(path, value);
  const { class_name, config, name = config.name, inbound_nodes = [], module, registered_name } = value;
  const className = textAt(class_name, `${path}.class_name`);
  const here = `${path}.${textAt(name, `${path}.name`)}`;
  const from = typeof module === 'string' ? module : '';
  if (/^keras\.(?:src\.)?ops\b/.test(from)) {
    throw unsupported(here, 'a layer that does the same', `the operation ${className}`);
  }
  const foreign = typeof registered_name === 'string' && registered_name.includes('>');
  if (foreign || !/^keras\b/.test(from)) {
    throw new KernelscopeError({
      code: 'unknown-layer',
      path: here,
      expected: "a layer of Keras's",
      received: printable(foreign ? registered_name : className),
    });
  }
  const nodes = listAt(inbound_nodes, here);
  if (nodes.length > 1) throw unsupported(here, 'a layer that is called once', `${nodes.length} calls`);
  return { className, config, name: textAt(name, here), nodes, path: here };
}

/** The symbolic tensors of an argument, in order; anything else has to be a list, or nothing. */
function tensorsIn(value: Json, path: string): (readonly [layer: string, part: number])[] {
  if (value === null || value === false) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => tensorsIn(item, path));
  if (isObject(value) && value.class_name === '__tuple__') return tensorsIn(value.items ?? null, path);
  const config = isObject(value) && value.class_name === '__keras_tensor__' ? value.config : undefined;
  const history = isObject(config) ? config.keras_history : undefined;
  if (!Array.isArray(history)) throw unsupported(path, 'a call on outputs of layers', printable(value));
  const [layer, , part] = history as readonly Json[];
  if (typeof part !== 'number' || !Number.isSafeInteger(part)) throw unreadable(path, history);
  return [[textAt(layer, path), part]];
}

/** What a layer is called on. Recurrent layers get their first states by a keyword. */
function readsOf({ nodes, path }: Entry): (readonly [layer: string, part: number])[] {
  const [node] = nodes;
  if (!isObject(node)) throw unreadable(path, node);
  const { args = [], kwargs = {} } = node;
  if (!isObject(kwargs)) throw unreadable(path, kwargs);
  const reads = tensorsIn(args, path);
  for (const [key, value] of Object.entries(kwargs)) {
    const tensors = tensorsIn(value, `${path}.${key}`);
    if (tensors.length > 0 && key !== 'initial_state') {
      throw unsupported(`${path}.${key}`, 'no such argument of a call', 'an output of a layer');
    }
    reads.push(...tensors);
  }
  return reads;
}

/** `[layer, node, tensor]`, or lists and objects of them. */
function endsOf(value: Json | undefined, path: string): (readonly [layer: string, part: number])[] {
  if (Array.isArray(value)) {
    const [layer, node, part] = value as readonly Json[];
    if (typeof layer === 'string' && typeof node === 'number' && typeof part === 'number')
      return [[layer, part]];
    return (value as readonly Json[]).flatMap((item) => endsOf(item, path));
  }
  if (isObject(value)) return Object.values(value).flatMap((item) => endsOf(item, path));
  throw unreadable(path, value);
}

/** Depth of models within models. */
const DEEPEST = 8;

/** What Keras calls its classes of models. */
const MODELS: Readonly<Record<string, string>> = {
  Sequential: 'sequential',
  Functional: 'functional',
  Model: 'functional',
};

/** A word for a group that is the layer's class as Keras spells it in snake case. */
type SnakeName = (className: string, path: string) => string;

function batchShapeOf({ config, path }: Entry): readonly (number | null)[] {
  const shape = listAt(config.batch_shape, `${path}.batch_shape`);
  const sizes = shape.filter((size): size is number | null => size === null || typeof size === 'number');
  if (sizes.length !== shape.length || sizes.length < 2) throw unreadable(`${path}.batch_shape`, shape);
  return sizes;
}

/**
 * The layers of a model, wired, as `config.json` has them; models within it are taken apart, and a layer of theirs
 * whose name is taken is called by both names. Throws `unsupported` or `unknown-layer` with the place.
 */
export function readGraph(model: Json, snakeName: SnakeName): ArchivedGraph {
  const layers: ArchivedLayer[] = [];
  const taken = new Set<string>();
  let batchShape: readonly (number | null)[] | undefined;

  function uniqueName(name: string, model: string): string {
    let unique = name;
    if (taken.has(unique)) unique = `${model}_${name}`;
    while (taken.has(unique)) unique += '_';
    taken.add(unique);
    return unique;
  }

  function sourceAt(
    sources: ReadonlyMap<string, readonly string[]>,
    [layer, part]: readonly [string, number],
    path: string,
  ): string {
    const given = sources.get(layer);
    if (!given) throw unreadable(path, layer);
    // A layer's states are named after it; a model's outputs are those of its layers.
    return given.length === 1 ? partName(given[0]!, part) : (given[part] ?? given[0]!);
  }

  /** Outputs of a model that is called on `given`; the whole model's are given by its own input. */
  function expand(value: Json, path: string, given: readonly string[], group: string, depth: number) {
    if (!isObject(value) || !isObject(value.config)) throw unreadable(path, value);
    const className = textAt(value.class_name, path);
    const { config } = value;
    if (!Object.hasOwn(MODELS, className)) {
      throw unsupported(path, 'a Sequential or Functional model', `the class ${className}`);
    }
    if (depth > DEEPEST) throw unsupported(path, `at most ${DEEPEST} models within each other`, 'more');
    const name = typeof config.name === 'string' ? config.name : className;
    const entries = listAt(config.layers, `${path}.layers`).map((entry) => entryOf(entry, path));
    const groupOf = createGroups(group);
    const sources = new Map<string, readonly string[]>();
    const isSequential = className === 'Sequential';
    const starts = isSequential
      ? entries.filter(({ className: kind }) => kind === 'InputLayer').map(({ name: start }) => start)
      : endsOf(config.input_layers, `${path}.input_layers`).map(([start]) => start);
    // A Sequential may have been built without an Input of its own.
    let previous: readonly string[] = isSequential ? given.slice(0, 1) : [];

    for (const entry of entries) {
      if (entry.className === 'InputLayer') {
        const place = starts.indexOf(entry.name);
        const source = given[place];
        if (source === undefined) {
          throw unsupported(entry.path, 'a model with one input', 'another input');
        }
        if (depth === 0) batchShape = batchShapeOf(entry);
        previous = [source];
      } else {
        const inputs = isSequential
          ? previous
          : readsOf(entry).map((read) => sourceAt(sources, read, entry.path));
        if (inputs.length === 0) {
          throw unsupported(entry.path, 'a layer that is called on something', 'nothing');
        }
        previous = place(entry, inputs, name, groupOf, depth);
      }
      sources.set(entry.name, previous);
    }
    if (!isSequential) {
      return endsOf(config.output_layers, `${path}.output_layers`).map((end) =>
        sourceAt(sources, end, `${path}.output_layers`),
      );
    }
    return previous;
  }

  function place(
    entry: Entry,
    inputs: readonly string[],
    model: string,
    groupOf: (snakeName: string) => string,
    depth: number,
  ): readonly string[] {
    const { className, config, path } = entry;
    if (Object.hasOwn(MODELS, className)) {
      const value = { class_name: className, config };
      return expand(value, path, inputs, groupOf(MODELS[className]!), depth + 1);
    }
    const name = uniqueName(entry.name, model);
    const group = groupOf(snakeName(className, path));
    layers.push({ name, className, config, trainable: config.trainable !== false, inputs, group, path });
    return [name];
  }

  const outputs = expand(model, 'config.json', [INPUT_NAME], '', 0);
  if (!batchShape) throw unsupported('config.json', 'a model with an Input, or one that was built', 'none');
  return { batchShape, layers, outputs };
}
