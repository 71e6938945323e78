import type { CallbackConfig } from './callbacks.ts';
import type { BaseConfig } from './layers/definition.ts';
import type { LayerKind } from './layers/kinds.ts';
import type { LossConfig } from './losses.ts';
import type { MetricName } from './metrics.ts';
import type { OptimizerConfig } from './optimizers.ts';

/** A document past the gate, complete: every default filled in. `minimise` in `normalise.ts` gives the short form. */
export interface LayerDocument {
  readonly class_name: LayerKind;
  readonly config: BaseConfig;
  /** Absent where the layer reads the one before it (the first: the model's input). */
  readonly inputs?: readonly string[] | undefined;
}

export interface Focus {
  /** Layer name, or `input`. */
  readonly layer: string;
  /** Output cell, `[row, col, channel]` or `[unit]`. */
  readonly index: readonly number[];
}

export interface ModelDocument {
  readonly kernelscope: 1;
  readonly title: string;
  readonly seed: number;
  readonly dataset: { readonly name: string; readonly train: number; readonly test: number };
  readonly model: {
    readonly input_shape: readonly number[];
    readonly layers: readonly LayerDocument[];
    /** Absent where the last layer is the output. */
    readonly outputs?: readonly string[] | undefined;
  };
  /** Absent: not compiled, as a Keras model before `compile`. */
  readonly compile?:
    | {
        readonly optimizer: OptimizerConfig;
        readonly loss: LossConfig;
        readonly metrics: readonly MetricName[];
      }
    | undefined;
  readonly fit: {
    readonly epochs: number;
    readonly batch_size: number;
    readonly validation_split: number;
    readonly shuffle: boolean;
    readonly callbacks: readonly CallbackConfig[];
  };
  readonly view: { readonly focus?: Focus | undefined; readonly playing: boolean };
}
