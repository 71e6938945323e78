import { flatIndex, type Tensor } from '../base/tensor.ts';
import { datasetOf } from '../model/datasets/registry.ts';
import { labelsOf } from '../model/datasets/target.ts';
import { formatCount, formatFixed, formatPercent } from '../scene/format.ts';
import { lastOfRun } from '../stores/run.ts';
import type { Stores } from '../stores/stores.ts';
import { focusOf } from '../stores/view.ts';
import { spokenDataset } from '../text/names.ts';
import type { LiveName } from './live-names.ts';

/** What is asked of the page. */
export interface LiveQuery {
  readonly of: LiveName;
  readonly layer?: string | undefined;
  readonly index?: readonly number[] | undefined;
  readonly argument?: string | undefined;
  readonly weight?: string | undefined;
  readonly decimals?: number | undefined;
}

/** Where the page has no such number now. */
const NOTHING = '–';

type Read = (stores: Stores, query: LiveQuery) => string | undefined;

function numberText(value: number | undefined, decimals: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (decimals === undefined && Number.isInteger(value)) return formatCount(value);
  return formatFixed(value, decimals ?? 2);
}

const sizes = (shape: readonly (number | null)[]) =>
  shape.map((size) => (size === null ? 'None' : formatCount(size))).join(' × ');

function at(tensor: Tensor | undefined, index: readonly number[] = []): number | undefined {
  if (!tensor) return undefined;
  const place = tensor.shape.map((_, axis) => index[axis] ?? 0);
  return place.every((position, axis) => position >= 0 && position < tensor.shape[axis]!)
    ? tensor.data[flatIndex(tensor.shape, place)]
    : undefined;
}

const layerOf = ({ document }: Stores, { layer }: LiveQuery) =>
  layer === undefined ? undefined : document.getState().network.byName.get(layer);

function traceOf({ trace }: Stores, { layer }: LiveQuery) {
  const { trace: now, probe } = trace.getState();
  if (layer === undefined || layer === 'input') return { output: probe.input };
  return now?.layers.get(layer);
}

const outputOf = (stores: Stores, query: LiveQuery): Tensor | undefined => traceOf(stores, query)?.output;

/** Of a layer, else of the whole model. */
const counted =
  (key: 'params' | 'macs'): Read =>
  (stores, query) => {
    const source = query.layer === undefined ? stores.document.getState().network : layerOf(stores, query);
    return source && formatCount(source[key]);
  };

const overOutput =
  (reduce: (data: Float32Array) => number): Read =>
  (stores, query) => {
    const output = outputOf(stores, query);
    return output && numberText(reduce(output.data), query.decimals);
  };

const ofRun =
  (name: string, format: (value: number) => string): Read =>
  ({ run }) => {
    const value = lastOfRun(run.getState(), name);
    return value === undefined ? undefined : format(value);
  };

/** The class that the model takes the probe for, and its share; undefined where its outputs are no classes. */
function guess({ trace, document }: Stores) {
  const { network } = document.getState();
  const output = trace.getState().trace?.layers.get(network.output)?.output.data;
  if (!output || output.length < 2) return undefined;
  const best = output.reduce((most, value, i) => (value > output[most]! ? i : most), 0);
  return { best, share: output[best]! };
}

function className({ document }: Stores, number: number | undefined): string | undefined {
  if (number === undefined) return undefined;
  return labelsOf(spokenDataset(datasetOf(document.getState().document.dataset)))?.[number] ?? String(number);
}

const LIVE: { readonly [Name in LiveName]: Read } = {
  value: (stores, query) => numberText(at(outputOf(stores, query), query.index), query.decimals),
  pre_activation(stores, query) {
    const trace = traceOf(stores, query);
    const tensor = trace && 'pre' in trace ? trace.pre : trace?.output;
    return numberText(at(tensor, query.index), query.decimals);
  },
  params: counted('params'),
  macs: counted('macs'),
  output_shape(stores, query) {
    const { document, network } = stores.document.getState();
    if (query.layer === 'input') return sizes(document.model.input_shape);
    const layer = query.layer === undefined ? network.byName.get(network.output) : layerOf(stores, query);
    return layer && sizes(layer.declaredShape);
  },
  receptive_field(stores, query) {
    const layer = layerOf(stores, query);
    return layer && sizes(layer.receptiveField);
  },
  zeros(stores, query) {
    const data = outputOf(stores, query)?.data;
    return data && formatPercent(data.reduce((count, value) => count + Number(value === 0), 0) / data.length);
  },
  sum: overOutput((data) => data.reduce((total, value) => total + value, 0)),
  max: overOutput((data) => data.reduce((most, value) => Math.max(most, value), -Infinity)),
  argument(stores, query) {
    const config = layerOf(stores, query)?.config;
    const key = query.argument ?? '';
    const value: unknown = config && Object.hasOwn(config, key) ? Reflect.get(config, key) : undefined;
    if (Array.isArray(value)) return sizes(value as number[]);
    return typeof value === 'number' ? numberText(value, query.decimals) : value?.toString();
  },
  weight({ trace }, { layer = '', weight, index, decimals }) {
    const list = trace.getState().weights.get(layer);
    return numberText(at(list?.find(({ name }) => name === weight) ?? list?.[0], index), decimals);
  },
  prediction: (stores) => className(stores, guess(stores)?.best),
  confidence(stores) {
    const known = guess(stores);
    return known && formatPercent(known.share);
  },
  truth: (stores) => className(stores, stores.trace.getState().probe.label),
  accuracy: ofRun('accuracy', formatPercent),
  val_accuracy: ofRun('val_accuracy', formatPercent),
  loss: ofRun('loss', formatFixed),
  val_loss: ofRun('val_loss', formatFixed),
  batches: ({ run }) => formatCount(run.getState().batches.length),
  epochs: ({ run }) => formatCount(run.getState().epochs.length),
  cell({ view }) {
    const focus = focusOf(view.getState());
    return focus?.index.map(formatCount).join(', ');
  },
};

/** A number of the page as it is now, in the language of the page. */
export function liveText(stores: Stores, query: LiveQuery): string {
  return LIVE[query.of](stores, query) ?? NOTHING;
}
