import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Shape, Tensor } from '../base/tensor.ts';
import { decodeLink, encodeLink } from '../formats/share-url/link.ts';
import { checkBudget } from '../model/budget.ts';
import type { ModelDocument } from '../model/document.ts';
import { type Explanation, explain } from '../model/explain.ts';
import { forward } from '../model/forward.ts';
import { admit } from '../model/gate.ts';
import { initialWeights } from '../model/initialise.ts';
import { type Network, resolve } from '../model/network.ts';
import { minimise } from '../model/normalise.ts';
import { type SummaryRow, summaryOf } from '../model/summary.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import type { AxisWindow } from '../model/window.ts';
import { activationsOf } from '../scope/activations.ts';
import { givenSwitch, givenTensor, layerNamed, optionsOf, sameShape } from '../scope/check.ts';
import { weightsOf } from '../scope/given-weights.ts';
import { answered, said } from '../scope/public-error.ts';

/** Numbers as a caller has them: flat, row-major (the last axis fastest), without the batch axis. */
export interface GivenNumbers {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** By layer, its complete list, in Keras's names, order and layouts: `kernel` `[row, col, in, out]`, then `bias` … */
export type LayerWeights = Readonly<Record<string, readonly NamedWeight[]>>;

/** What is known of one layer without a number computed. */
export interface ModelLayer extends SummaryRow {
  /** Every argument by Keras's name, its default filled in. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Names of what it reads; the model's own input is `input`, a layer's first state `lstm/1`. */
  readonly inputs: readonly string[];
  /** Of each of them, without the batch axis. */
  readonly input_shapes: readonly Shape[];
  readonly weights: readonly {
    readonly name: string;
    readonly shape: Shape;
    readonly trainable: boolean;
  }[];
  /** For each spatial axis, which input cells an output cell looks at. Absent where nothing slides (Dense, Flatten). */
  readonly windows?: readonly AxisWindow[];
}

/** The outputs of all layers for one input, and where each number comes from. */
export interface ForwardPass {
  /**
   * Outputs by layer, without the batch axis: `[row, col, channel]`, `[step, channel]`, `[unit]`. With `pre` what goes
   * into the activations. A layer named alone, `input` among them, comes alone. Throws `not-found`.
   */
  activations(layer?: string, options?: { readonly pre?: boolean }): Record<string, Tensor>;
  /**
   * How the output cell `index` (`[row, col, channel]` or `[unit]`, from 0) of a layer comes about: its terms add up to
   * the number, or for a maximum contain it. Padding adds no terms. Throws `not-found`.
   */
  explain(layer: string, index: readonly number[]): Explanation;
}

/** A document's model. Every call that throws throws a `KernelscopeError`, and changes nothing. */
export interface Model {
  /** Without the batch axis; null where the size is free. */
  readonly input_shape: readonly (number | null)[];
  /** Names of the layers whose outputs are the predictions. */
  readonly outputs: readonly string[];
  readonly params: number;
  /** Multiply-adds for one input. */
  readonly macs: number;
  /** The document in its short form: what equals a default is left out. */
  getDocument(): unknown;
  /**
   * The link that opens the document on `page` (an address without a fragment); without one only the fragment, which the
   * tag takes as its `document`. Rejects with `too-long`, and with `type` for what is no address.
   */
  shareUrl(page?: string): Promise<string>;
  /** A row a layer, in order. */
  summary(): SummaryRow[];
  /** Throws `not-found` for a name that no layer has. */
  layer(name: string): ModelLayer;
  /** Fresh weights, by Keras's initializers; the seed is the document's unless told. Throws `range`. */
  initialWeights(seed?: number): LayerWeights;
  /**
   * Computes all layers for one input, cell by cell, slow and obvious: seconds for a large picture. `input` has the
   * model's `input_shape`; `weights` are the initial ones unless told. Throws `shape`, `type`, `range` (numbers that are
   * not finite), `not-found`, `budget`.
   */
  forward(input: GivenNumbers, weights?: Readonly<Record<string, readonly GivenNumbers[]>>): ForwardPass;
}

/**
 * The model of a document: an object, or its JSON text, as short as Keras's defaults let it be. Throws a
 * `KernelscopeError` where the document cannot be taken: `code`, `path` from the document's root, `expected`,
 * `received`, and as `message` a sentence for people.
 */
export function readModel(json: unknown): Model {
  return said(() => modelOf(admit(json)));
}

/** The model of a link's document. Rejects as `readModel` throws, also where the link holds no document. */
export function readLink(link: string): Promise<Model> {
  return answered(async () => {
    const linked = await decodeLink(String(link).replace(/^[^#]*/, ''));
    if (linked) return modelOf(linked);
    const expected = 'a link with #k1=';
    throw new KernelscopeError({ code: 'syntax', path: 'link', expected, received: printable(link) });
  });
}

function pageOf(page: unknown): string {
  if (typeof page === 'string') return page.replace(/#.*$/s, '');
  const expected = 'an address';
  throw new KernelscopeError({ code: 'type', path: 'page', expected, received: printable(page) });
}

interface Admitted {
  readonly document: ModelDocument;
  readonly network: Network;
}

function modelOf({ document, network }: Admitted): Model {
  return Object.freeze<Model>({
    input_shape: Object.freeze([...document.model.input_shape]),
    outputs: Object.freeze([...network.outputs]),
    params: network.params,
    macs: network.macs,
    getDocument: () => minimise(document),
    shareUrl: (page = '') => answered(() => encodeLink(pageOf(page), document)),
    summary: () => summaryOf(network),
    layer: (name) => said(() => layerOf(network, name)),
    initialWeights: (seed) => said(() => recordOf(initialWeights(network, givenSeed(seed) ?? document.seed))),
    forward: (input, weights) => said(() => forwardPass(document, network, input, weights)),
  });
}

function layerOf(network: Network, name: string): ModelLayer {
  const layer = layerNamed(network, name, 'name');
  const row = summaryOf(network).find((candidate) => candidate.name === name)!;
  const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
  return {
    ...row,
    config: structuredClone(layer.config) as unknown as ModelLayer['config'],
    inputs: [...layer.inputs],
    input_shapes: layer.inputShapes.map((shape) => [...shape]),
    weights: layer.weights.map((spec) => ({
      name: spec.name,
      shape: [...spec.shape],
      trainable: spec.trainable,
    })),
    ...(windows && { windows: windows.map((window) => ({ ...window })) }),
  };
}

/** The largest seed that a document may have. */
const LARGEST_SEED = 2 ** 32 - 1;

function givenSeed(seed: unknown): number | undefined {
  if (seed === undefined) return undefined;
  if (typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED) return seed;
  const expected = `a whole number from 0 to ${LARGEST_SEED}`;
  throw new KernelscopeError({ code: 'range', path: 'seed', expected, received: printable(seed) });
}

function recordOf(weights: Weights): LayerWeights {
  return Object.fromEntries(weights);
}

function forwardPass(
  document: ModelDocument,
  network: Network,
  givenInput: unknown,
  givenWeights: unknown,
): ForwardPass {
  const input = givenTensor(givenInput, document.model.input_shape, 'input');
  const sized = sameShape(input.shape, network.inputShape) ? network : resolve(document, input.shape);
  checkBudget(document, sized);
  const weights =
    givenWeights === undefined ? initialWeights(sized, document.seed) : weightsOf(sized, givenWeights);
  const trace = forward(sized, weights, input);
  return Object.freeze<ForwardPass>({
    activations: (layer, options) =>
      said(() => {
        const { pre } = optionsOf(options, ['pre']);
        return activationsOf(sized, trace, layer, givenSwitch(pre, 'pre'));
      }),
    explain: (layer, index) => said(() => explain(sized, trace, weights, layer, index)),
  });
}
