import { type ErrorDetail, KernelscopeError } from '../../base/errors.ts';
import { type Json, printable } from '../../base/json.ts';
import type { Shape } from '../../base/tensor.ts';
import { DEFAULT_DATASET, datasets } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import { allows } from '../../model/free-sizes.ts';
import { admit } from '../../model/gate.ts';
import { LAYER_ALIASES, LAYER_KINDS, type LayerKind } from '../../model/layers/kinds.ts';
import { layerDefinitions } from '../../model/layers/registry.ts';
import type { Network } from '../../model/network.ts';
import { documentSchema } from '../../model/schema/document.ts';
import { type AnySchema, partsOf } from '../../model/schema/parts.ts';
import type { NamedWeight, Weights } from '../../model/trace.ts';
import { damaged } from './damaged.ts';
import { type ArchivedGraph, type ArchivedLayer, readGraph } from './graph.ts';
import { readTensors } from './hdf5.ts';
import { isObject, knownArguments } from './known-arguments.ts';
import { weightPaths } from './weight-paths.ts';
import { readDirectory, readEntry } from './zip.ts';

/** What an archive holds, past the gate. */
export interface OpenedArchive {
  readonly document: ModelDocument;
  readonly weights: Weights;
  /** What of the file was left aside. */
  readonly notes: readonly ArchiveNote[];
}

/** `frozen`: a layer of this name was not to be trained; `compile`: what the model was compiled with is not known here. */
export type ArchiveNote =
  | { readonly type: 'frozen'; readonly layers: readonly string[] }
  | { readonly type: 'compile'; readonly error: ErrorDetail };

/** Bytes of the parts of an archive; its weights with three of an optimizer's copies fit. */
const LIMITS = { 'config.json': 20_000_000, 'metadata.json': 1_000_000, 'model.weights.h5': 250_000_000 };

type PartName = keyof typeof LIMITS;

const HDF5_MAGIC = [0x89, 0x48, 0x44, 0x46];

const kinds = new Map<string, LayerKind>([
  ...LAYER_KINDS.map((kind) => [kind, kind] as const),
  ...Object.entries(LAYER_ALIASES),
]);

function kindOf(className: string, path: string): LayerKind {
  const kind = kinds.get(className);
  if (kind) return kind;
  throw new KernelscopeError({
    code: 'unknown-layer',
    path,
    expected: 'a layer that is known here',
    received: printable(className),
  });
}

function jsonOf(bytes: Uint8Array, part: PartName): Json {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    throw damaged(part);
  }
}

/** The parts of the archive: nothing of a later one is read before the ones before it are known to be whole. */
function partsOfArchive(bytes: Uint8Array) {
  if (HDF5_MAGIC.every((byte, at) => bytes[at] === byte)) {
    throw new KernelscopeError({ code: 'syntax', path: 'file', reason: 'archive-h5' });
  }
  const directory = readDirectory(bytes);
  const part = (name: PartName) => readEntry(bytes, directory, name, LIMITS[name]);
  const metadata = jsonOf(part('metadata.json'), 'metadata.json');
  const version = isObject(metadata) ? metadata.keras_version : undefined;
  if (typeof version !== 'string' || !/^3\./.test(version)) {
    throw new KernelscopeError({
      code: 'version',
      path: 'metadata.json.keras_version',
      expected: 'an archive of Keras 3',
      received: printable(version),
      reason: 'archive-version',
    });
  }
  const config = jsonOf(part('config.json'), 'config.json');
  return {
    metadata: metadata as { readonly [key: string]: Json },
    config,
    weights: () => part('model.weights.h5'),
  };
}

function layerJson({ className, config, name, inputs, path }: ArchivedLayer): Json {
  const kind = kindOf(className, path);
  const known = knownArguments(layerDefinitions[kind].schema, config, path);
  return { class_name: kind, config: { ...(known as object), name }, inputs };
}

/** What `metadata.json` keeps of the document that Keras has no place for. */
interface KeptDocument {
  readonly around: { readonly [key: string]: Json };
  /** Names of the layers in their order. */
  readonly layers: readonly Json[];
}

function keptOf(metadata: { readonly [key: string]: Json }): KeptDocument {
  const kept = metadata.kernelscope;
  if (!isObject(kept)) return { around: {}, layers: [] };
  const { layers, ...around } = kept;
  return { around, layers: Array.isArray(layers) ? (layers as readonly Json[]) : [] };
}

/** The layers in the order that they had, where these are the same ones. */
function arranged(layers: readonly ArchivedLayer[], names: readonly Json[]): readonly ArchivedLayer[] {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const known = names.flatMap((name) => byName.get(name as string) ?? []);
  return new Set(known).size === layers.length && known.length === layers.length ? known : layers;
}

function entryOf(schema: AnySchema, key: string): AnySchema {
  return [...partsOf(schema, {})].find(({ entries }) => entries)!.entries![key]!;
}

const compileSchema = entryOf(documentSchema, 'compile');

function compileJson(config: Json): Json | undefined {
  const compile = isObject(config) ? config.compile_config : undefined;
  if (!isObject(compile) || !compile.loss) return undefined;
  const { optimizer, loss, metrics, loss_weights, weighted_metrics } = compile;
  const given = Object.entries({
    optimizer: withGivenRate(optimizer),
    loss,
    metrics,
    loss_weights,
    weighted_metrics,
  });
  const said = given.filter(([, value]) => value !== undefined && value !== null);
  return knownArguments(compileSchema, Object.fromEntries(said) as Json, 'config.json.compile_config');
}

/** Keras keeps a rate in 32 bits and writes it in 64: 0.001 as 0.0010000000474974513. The shortest number that it is. */
function asGiven(rate: number): number {
  if (Math.fround(rate) !== rate) return rate;
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(rate.toPrecision(digits));
    if (Math.fround(short) === rate) return short;
  }
  return rate;
}

function withGivenRate(optimizer: Json | undefined): Json | undefined {
  if (!isObject(optimizer) || !isObject(optimizer.config)) return optimizer;
  const { learning_rate: rate } = optimizer.config;
  if (typeof rate !== 'number') return optimizer;
  return { ...optimizer, config: { ...optimizer.config, learning_rate: asGiven(rate) } };
}

/** The data set whose samples the model takes, or else the usual one. */
function datasetFor(shape: readonly (number | null)[]): Json {
  const fitting = datasets.find((dataset) => allows(shape, dataset.shape));
  return { name: (fitting ?? DEFAULT_DATASET).name };
}

/** A place in the document, said by the layer's name in the archive. */
function placed(error: KernelscopeError, layers: readonly ArchivedLayer[]): KernelscopeError {
  const match = /^model\.layers\[(\d+)\](?:\.config)?(.*)$/.exec(error.path ?? '');
  const layer = match ? layers[Number(match[1])] : undefined;
  if (!layer) return error;
  const { code, expected, received, reason } = error;
  return new KernelscopeError({ code, path: `${layer.path}${match![2]}`, expected, received, reason });
}

function admitted(json: Json, layers: readonly ArchivedLayer[]): ReturnType<typeof admit> {
  try {
    return admit(json);
  } catch (error) {
    throw error instanceof KernelscopeError ? placed(error, layers) : error;
  }
}

/** A model without what it was compiled with, where that is not known here, still shows and predicts. */
function withCompile(
  config: Json,
  without: { readonly [key: string]: Json },
  layers: readonly ArchivedLayer[],
): { readonly admission: ReturnType<typeof admit>; readonly note?: ArchiveNote } {
  const admission = admitted(without, layers);
  try {
    const compile = compileJson(config);
    return { admission: compile === undefined ? admission : admit({ ...without, compile }) };
  } catch (error) {
    if (!(error instanceof KernelscopeError)) throw error;
    const { code, path, expected, received, reason } = error;
    return { admission, note: { type: 'compile', error: { code, path, expected, received, reason } } };
  }
}

async function readWeights(
  bytes: Uint8Array,
  network: Network,
  layers: readonly ArchivedLayer[],
): Promise<Weights> {
  const wanted: { readonly path: string; readonly shape: Shape }[] = [];
  const groups = new Map(layers.map(({ name, group }) => [name, group]));
  for (const { name, kind, config, weights } of network.layers) {
    const paths = weightPaths(groups.get(name)!, kind, config, weights.length);
    wanted.push(...weights.map(({ shape }, at) => ({ path: paths[at]!, shape })));
  }
  const read = wanted.length === 0 ? [] : await readTensors(bytes, wanted);
  const tensors = read.values();
  const entries = network.layers
    .filter(({ weights }) => weights.length > 0)
    .map(({ name, weights }): [string, NamedWeight[]] => [
      name,
      weights.map((spec) => ({ name: spec.name, shape: spec.shape, data: tensors.next().value! })),
    ]);
  return new Map(entries);
}

function graphJson({ batchShape, outputs }: ArchivedGraph, layers: readonly ArchivedLayer[]): Json {
  const [batch, ...shape] = batchShape;
  return {
    input_shape: shape,
    ...(typeof batch === 'number' && { batch_size: batch }),
    layers: layers.map(layerJson),
    outputs,
  };
}

/**
 * The document and the weights of a `.keras` archive of Keras 3. `title` is what it is called where the archive says
 * nothing. Everything is checked before it is made: sizes and checksums of the zip, every layer and argument, and the
 * shapes, types and finiteness of the weights. Throws `KernelscopeError` with the place in the archive.
 */
export async function readArchive(bytes: Uint8Array, title?: string): Promise<OpenedArchive> {
  const { metadata, config, weights } = partsOfArchive(bytes);
  const graph = readGraph(config, (className, path) => layerDefinitions[kindOf(className, path)].snakeName);
  const { around, layers: names } = keptOf(metadata);
  const layers = arranged(graph.layers, names);
  const model = graphJson(graph, layers);
  const json = {
    kernelscope: 1,
    dataset: datasetFor(graph.batchShape.slice(1)),
    ...(title !== undefined && { title }),
    ...around,
    model,
  };
  const { admission, note } = withCompile(config, json, layers);
  const { document, network } = admission;
  const frozen = layers.filter(({ trainable }) => !trainable).map(({ name }) => name);
  return {
    document,
    weights: await readWeights(weights(), network, layers),
    notes: [
      ...(frozen.length > 0 ? [{ type: 'frozen', layers: frozen } as const] : []),
      ...(note ? [note] : []),
    ],
  };
}
