import * as v from 'valibot';
import { MOST_LAYERS } from '../budget.ts';
import { callbackSchema } from '../callbacks.ts';
import type { DatasetDefinition } from '../datasets/definition.ts';
import { DEFAULT_DATASET, datasets, findDataset } from '../datasets/registry.ts';
import type { BaseConfig } from '../layers/definition.ts';
import { LAYER_ALIASES, LAYER_KINDS, type LayerKind } from '../layers/kinds.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { lossSchema } from '../losses.ts';
import { metricSchema } from '../metrics.ts';
import { optimizerSchema } from '../optimizers.ts';
import {
  Fault,
  leaf,
  listOf,
  numberWithin,
  object,
  type Schema,
  text,
  truth,
  wholeNumber,
  wholeNumbers,
} from './leaf.ts';

const LONGEST_TITLE = 200;
const MOST_AXES = 6;
/** Metrics, or callbacks. */
const MOST_ITEMS = 16;

const kindsByName = new Map<unknown, LayerKind>([
  ...LAYER_KINDS.map((kind) => [kind, kind] as const),
  ...Object.entries(LAYER_ALIASES),
]);

const layerKind = leaf(`a layer that is known here: ${LAYER_KINDS.join(', ')}`, (value) => {
  if (typeof value !== 'string') return new Fault('type');
  return kindsByName.get(value) ?? new Fault('unknown-layer');
});

/** The one name of a list; several are not supported yet. */
const oneName = leaf('a list with the name of one layer', (value): readonly string[] | Fault => {
  if (!Array.isArray(value)) return new Fault('type');
  if (value.length !== 1) return new Fault('unsupported', { reason: 'several-names' });
  return typeof value[0] === 'string' ? [value[0]] : new Fault('type', { position: 0 });
});

interface ReadLayer {
  readonly class_name: LayerKind;
  readonly config: BaseConfig;
  readonly inputs?: readonly string[] | undefined;
}

function layerWith(config: Schema<BaseConfig>): Schema<ReadLayer> {
  return object({
    class_name: layerKind,
    config: v.optional(config, {}),
    inputs: v.optional(oneName),
  });
}

const unknownLayer = layerWith(v.never());
const knownLayers = new Map<LayerKind, Schema<ReadLayer>>(
  LAYER_KINDS.map((kind) => [kind, layerWith(layerDefinitions[kind].schema)]),
);

const layer = v.lazy((value): Schema<ReadLayer> => {
  const name =
    typeof value === 'object' && value !== null && 'class_name' in value ? value.class_name : undefined;
  const kind = kindsByName.get(name);
  return kind === undefined ? unknownLayer : knownLayers.get(kind)!;
});

/** Counted before any layer is read. */
const layerList = leaf(`a list of 1 to ${MOST_LAYERS} layers`, (value): readonly unknown[] | Fault => {
  if (!Array.isArray(value)) return new Fault('type');
  if (value.length > MOST_LAYERS)
    return new Fault('budget', { reason: 'layers', received: `${value.length} layers` });
  return value.length > 0 ? value : new Fault('range');
});

/** A free size, Keras's None, is not supported: every layer here needs to know its input's. */
const inputShape = v.lazy((value) => {
  const free = Array.isArray(value) ? value.indexOf(null) : -1;
  return free < 0 ? knownShape : freeSize(free);
});

const knownShape = wholeNumbers(1, 1, MOST_AXES);

function freeSize(position: number): Schema<readonly number[]> {
  return leaf('a size', (): readonly number[] | Fault => {
    const expected = 'a whole number of at least 1 (free sizes are not supported)';
    return new Fault('unsupported', { position, expected, reason: 'free-size' });
  });
}

const datasetName = leaf(`a bundled data set: ${datasets.map(({ name }) => name).join(', ')}`, (value) => {
  if (typeof value !== 'string') return new Fault('type');
  return findDataset(value) ? value : new Fault('unsupported', { reason: 'dataset' });
});

function datasetWith(found: DatasetDefinition | undefined) {
  return object({
    name: v.optional(datasetName, DEFAULT_DATASET.name),
    train: v.optional(wholeNumber(1, found?.available.train), found?.default.train ?? 1),
    test: v.optional(wholeNumber(1, found?.available.test), found?.default.test ?? 1),
  });
}

const unknownDataset = datasetWith(undefined);
const knownDatasets = new Map<unknown, typeof unknownDataset>(
  datasets.map((found) => [found.name, datasetWith(found)]),
);

const dataset = v.lazy((value) => {
  const name =
    typeof value === 'object' && value !== null && 'name' in value ? value.name : DEFAULT_DATASET.name;
  return knownDatasets.get(name) ?? unknownDataset;
});

const compile = object({
  optimizer: v.optional(optimizerSchema, 'rmsprop'),
  loss: lossSchema,
  metrics: v.optional(listOf(metricSchema, MOST_ITEMS), []),
});

const fit = object({
  epochs: v.optional(wholeNumber(1, 100_000), 1),
  batch_size: v.optional(wholeNumber(1, 100_000), 32),
  validation_split: v.optional(numberWithin({ least: 0, below: 1 }), 0),
  shuffle: v.optional(truth(), true),
  callbacks: v.optional(listOf(callbackSchema, MOST_ITEMS), []),
});

const view = object({
  focus: v.optional(object({ layer: text(64), index: wholeNumbers(0, 1, MOST_AXES) })),
  playing: v.optional(truth(), true),
});

/** The document of docs/api.md, every default filled in but layer names (empty) and what a layer reads. */
export const documentSchema = object({
  kernelscope: v.literal(1),
  title: v.optional(text(LONGEST_TITLE), 'Untitled'),
  seed: v.optional(wholeNumber(0, 2 ** 32 - 1), 0),
  dataset: v.optional(dataset, {}),
  model: object({
    input_shape: inputShape,
    layers: v.pipe(layerList, v.array(layer)),
    outputs: v.optional(oneName),
  }),
  compile: v.optional(compile),
  fit: v.optional(fit, {}),
  view: v.optional(view, {}),
});
