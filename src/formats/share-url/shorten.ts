import { sameJson } from '../../base/json.ts';
import type { ModelDocument } from '../../model/document.ts';
import { admit } from '../../model/gate.ts';
import { LAYER_ALIASES, type LayerKind } from '../../model/layers/kinds.ts';
import { withNested } from '../../model/layers/nested.ts';
import { minimise } from '../../model/normalise.ts';
import { lengthen } from './lengthen.ts';

type Value = Readonly<Record<string, unknown>>;

/** A document in its short form, as far as links know it. */
interface Short extends Value {
  readonly dataset: Value;
  readonly model: Value & { readonly layers: readonly Layer[] };
  readonly compile?: Value & { readonly metrics?: readonly unknown[] };
}

interface Layer extends Value {
  readonly class_name: LayerKind;
  readonly config: Value;
}

/** Keras's shortest name of each layer, where it has several. */
const SHORTEST = new Map<LayerKind, string>();
for (const [alias, kind] of Object.entries(LAYER_ALIASES)) {
  if (alias.length < (SHORTEST.get(kind) ?? kind).length) SHORTEST.set(kind, alias);
}

/** Each leaves something out or writes it shorter; taken where a link still gives the same document. */
const STEPS: readonly ((document: Short) => Short)[] = [
  // The names that Keras would give anyway.
  (document) => withLayers(document, ({ config: { name: _, ...config }, ...rest }) => ({ ...rest, config })),
  // A pair of equal sizes as one number.
  (document) =>
    withLayers(document, ({ config, ...rest }) => ({
      ...rest,
      config: Object.fromEntries(
        Object.entries(config).map(([key, value]) => [key, isSquare(value) ? value[0] : value]),
      ),
    })),
  // The shorter of the names that Keras has for the same thing.
  (document) =>
    withLayers(document, ({ class_name, ...rest }) => ({
      ...rest,
      class_name: (SHORTEST.get(class_name) ?? class_name) as LayerKind,
    })),
  ({ compile, ...rest }) => {
    if (!compile?.metrics) return { ...rest, ...(compile && { compile }) } as Short;
    const brief = (metric: unknown): unknown => {
      if (Array.isArray(metric)) return metric.map(brief);
      return metric === 'accuracy' ? 'acc' : metric;
    };
    const metrics = compile.metrics.map(brief);
    return { ...rest, compile: { ...compile, metrics } } as Short;
  },
  // What a link means that leaves it out: see `lengthen`.
  ({ kernelscope: _, ...rest }) => rest as Short,
  ({ model: { input_shape: _, ...model }, ...rest }) => ({ ...rest, model }) as Short,
  // The data set that is the default.
  ({ dataset: { name: _, ...dataset }, ...rest }) => ({ ...rest, dataset }) as Short,
];

/**
 * In this order deflate finds the longest repetitions: found by trying orders on typical documents. Keys that are
 * not listed come first.
 */
const ORDER = `
  kernel_initializer pool_size layers batch_size seed learning_rate fit view epochs activation loss
  dilation_rate train dataset playing optimizer patience layer compile model filters class_name
  metrics validation_split index focus strides rate callbacks units test padding title config
  kernel_size
`
  .trim()
  .split(/\s+/);

/** The document for a link: the shortest JSON that still gives the same document. */
export function shorten(document: ModelDocument): unknown {
  const whole = minimise(document) as Short;
  const shortest = STEPS.reduce((short, step) => step(short), whole);
  if (reads(shortest, document)) return arranged(shortest);
  // Rare: one of the steps does not suit this document.
  const fitting = STEPS.reduce((short, step) => (reads(step(short), document) ? step(short) : short), whole);
  return arranged(fitting);
}

function reads(candidate: Short, document: ModelDocument): boolean {
  try {
    return sameJson(admit(lengthen(candidate)).document, document);
  } catch {
    return false;
  }
}

function withLayers(document: Short, change: (layer: Layer) => Layer): Short {
  const everywhere = (layer: Layer): Layer => {
    const config = withNested(layer.config, (nested) => everywhere(nested as unknown as Layer));
    return change({ ...layer, config });
  };
  return { ...document, model: { ...document.model, layers: document.model.layers.map(everywhere) } };
}

function isSquare(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && value[0] === value[1];
}

/** The same with its keys in the order that suits deflate, and without empty objects, which say nothing. */
function arranged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(arranged);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]): [string, unknown] => [key, arranged(item)])
    .filter(([, item]) => !isEmpty(item));
  return Object.fromEntries(entries.sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)));
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}
