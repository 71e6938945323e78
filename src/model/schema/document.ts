import * as v from 'valibot';
import { ASPECTS } from '../aspects.ts';
import { MOST_LAYERS } from '../budget.ts';
import { callbackSchema } from '../callbacks.ts';
import { CUSTOM, customSchema } from '../datasets/custom.ts';
import type { DatasetDefinition } from '../datasets/definition.ts';
import { DEFAULT_DATASET, datasets, findDataset } from '../datasets/registry.ts';
import type { ModelDocument } from '../document.ts';
import type { BaseConfig } from '../layers/definition.ts';
import { LAYER_ALIASES, LAYER_KINDS, type LayerKind } from '../layers/kinds.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { type LossConfig, lossSchema } from '../losses.ts';
import { metricSchema } from '../metrics.ts';
import { optimizerSchema } from '../optimizers.ts';
import {
  Fault,
  leaf,
  listOf,
  numberWithin,
  object,
  oneOf,
  realNumber,
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

/** Layers that one layer reads, or outputs. */
const MOST_NAMES = 64;

const names = leaf(`a list of 1 to ${MOST_NAMES} names of layers`, (value): readonly string[] | Fault => {
  if (!Array.isArray(value)) return new Fault('type');
  if (value.length === 0 || value.length > MOST_NAMES) return new Fault('range');
  const position = value.findIndex((name) => typeof name !== 'string');
  return position < 0
    ? (value as string[])
    : new Fault('type', { position, expected: 'the name of a layer' });
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
    inputs: v.optional(names),
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

/** Free sizes are null, Keras's None. */
const inputShape = v.lazy((value): Schema<readonly (number | null)[]> => {
  const free = Array.isArray(value) && value.includes(null);
  return free ? v.pipe(v.unknown(), v.transform(withoutFree), knownShape, restoring(value)) : knownShape;
});

const knownShape = wholeNumbers(1, 1, MOST_AXES);

/** Any size stands for a free one while the others are read. */
function withoutFree(value: unknown): unknown {
  return Array.isArray(value) ? value.map((size: unknown) => size ?? 1) : value;
}

function restoring(given: readonly unknown[]) {
  return v.transform((sizes: readonly number[]): readonly (number | null)[] =>
    sizes.map((size, axis) => (given[axis] === null ? null : size)),
  );
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

const dataset = v.lazy((value): Schema<ModelDocument['dataset']> => {
  const name =
    typeof value === 'object' && value !== null && 'name' in value ? value.name : DEFAULT_DATASET.name;
  if (name === CUSTOM) return customSchema;
  return knownDatasets.get(name) ?? unknownDataset;
});

const lossList = listOf(lossSchema, MOST_NAMES);

const metricList = listOf(metricSchema, MOST_ITEMS);

/** Names, or a list of them for each output; a name alone among lists is a list of one. */
const metrics = v.lazy((value): Schema<NonNullable<ModelDocument['compile']>['metrics']> => {
  const nested = Array.isArray(value) && value.some((item) => Array.isArray(item));
  return nested ? listOf(metricList, MOST_NAMES) : metricList;
});

const compile = object({
  optimizer: v.optional(optimizerSchema, 'rmsprop'),
  loss: v.lazy(
    (value): Schema<LossConfig | readonly LossConfig[]> => (Array.isArray(value) ? lossList : lossSchema),
  ),
  loss_weights: v.optional(listOf(realNumber(), MOST_NAMES)),
  metrics: v.optional(metrics, []),
});

const fit = object({
  epochs: v.optional(wholeNumber(1, 100_000), 1),
  batch_size: v.optional(wholeNumber(1, 100_000), 32),
  validation_split: v.optional(numberWithin({ least: 0, below: 1 }), 0),
  shuffle: v.optional(truth(), true),
  callbacks: v.optional(listOf(callbackSchema, MOST_ITEMS), []),
});

const view = object({
  focus: v.optional(
    object({ layer: text(64), index: wholeNumbers(0, 1, MOST_AXES), step: v.optional(wholeNumber(0)) }),
  ),
  playing: v.optional(truth(), true),
  aspect: v.optional(oneOf(ASPECTS)),
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
    outputs: v.optional(names),
    batch_size: v.optional(wholeNumber(1, 100_000)),
  }),
  compile: v.optional(compile),
  fit: v.optional(fit, {}),
  view: v.optional(view, {}),
});
