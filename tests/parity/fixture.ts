import type { Tensor } from '../../src/base/tensor.ts';

/** A tensor in a fixture: float32 numbers in base64. */
export interface WrittenTensor {
  readonly shape: readonly number[];
  readonly data: string;
}

export interface WrittenWeight extends WrittenTensor {
  readonly layer: string;
  readonly name: string;
  readonly path: string;
  readonly trainable: boolean;
}

export interface LayerEntry {
  readonly class_name: string;
  readonly config: { readonly name: string; readonly [argument: string]: unknown };
  readonly inputs?: readonly string[];
}

interface Results {
  readonly outputs: readonly WrittenTensor[];
  readonly gradients: { readonly weights: readonly WrittenTensor[]; readonly input?: WrittenTensor };
  /** In training: what weights that are not trained (moving statistics) become. */
  readonly moved?: readonly WrittenTensor[];
}

/** What Keras makes of one small model; written by scripts/parity. Every tensor has the batch as its first axis. */
export interface LayerCase extends Results {
  readonly kind: string;
  readonly name: string;
  readonly model: { readonly input_shape: readonly number[]; readonly layers: readonly LayerEntry[] };
  /** Each layer's whole config as Keras gives it. */
  readonly configs: readonly Readonly<Record<string, unknown>>[];
  readonly outputShapes: readonly (readonly number[])[];
  readonly weights: readonly WrittenWeight[];
  readonly input: WrittenTensor;
  /** Gradients are of the sum of outputs times these. */
  readonly cotangents: readonly WrittenTensor[];
  readonly training?: Results;
  /** Instead of one input and its results: what a stateful model sees and gives, batch after batch. */
  readonly batches?: readonly { readonly input: WrittenTensor; readonly outputs: readonly WrittenTensor[] }[];
}

/** Numbers of a fixture as a tensor. */
export function read({ shape, data }: WrittenTensor): Tensor {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return { shape, data: new Float32Array(bytes.buffer) };
}
