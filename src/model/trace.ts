import type { Tensor } from '../base/tensor.ts';

/** One layer's results for one input. */
export interface LayerTrace {
  /** Before the activation. Absent where the layer has no activation of its own, or a linear one. */
  readonly pre?: Tensor;
  /** `[…spatial, channel]` or `[unit]`, without the batch axis. */
  readonly output: Tensor;
  /** What the layer gives beside its output (`return_state`). */
  readonly states?: readonly Tensor[];
}

/** All outputs of all layers for one input (the probe). Keys are layer names, in the network's order. */
export interface Trace {
  readonly input: Tensor;
  readonly layers: ReadonlyMap<string, LayerTrace>;
}

/** One named weight in Keras's layout, e.g. `kernel` `[row, col, in, out]`. */
export interface NamedWeight extends Tensor {
  readonly name: string;
}

/** Weights of every layer that has any, by layer name, in Keras's order. */
export type Weights = ReadonlyMap<string, readonly NamedWeight[]>;

export function copyOfWeights(weights: Weights): Weights {
  const copies = [...weights].map(
    ([layer, list]) => [layer, list.map((weight) => ({ ...weight, data: weight.data.slice() }))] as const,
  );
  return new Map(copies);
}
