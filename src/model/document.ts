import type { Aspect } from './aspects.ts';
import type { CallbackConfig } from './callbacks.ts';
import type { CustomDataset } from './datasets/custom.ts';
import type { BaseConfig } from './layers/definition.ts';
import type { LayerKind } from './layers/kinds.ts';
import type { LossConfig } from './losses.ts';
import type { MetricName } from './metrics.ts';
import type { OptimizerConfig } from './optimizers.ts';

/** A document past the gate, complete: every default filled in. `minimise` in `normalise.ts` gives the short form. */
export interface LayerDocument {
  readonly class_name: LayerKind;
  readonly config: BaseConfig;
  /** Absent where the layer reads the one before it (the first: the model's input). `lstm/1` is a layer's first state. */
  readonly inputs?: readonly string[] | undefined;
}

export interface Focus {
  /** Layer name, or `input`. */
  readonly layer: string;
  /** Output cell, `[row, col, channel]` or `[unit]`. */
  readonly index: readonly number[];
  /** Of a recurrent layer whose output tells no steps: which of the input's is looked at; else the last that it reads. */
  readonly step?: number | undefined;
}

export interface ModelDocument {
  readonly kernelscope: 1;
  readonly title: string;
  readonly seed: number;
  readonly dataset: { readonly name: string; readonly train: number; readonly test: number } | CustomDataset;
  readonly model: {
    /** `null` where the size is free. */
    readonly input_shape: readonly (number | null)[];
    /** Rows of every batch, where stateful layers fix it. */
    readonly batch_size?: number | undefined;
    readonly layers: readonly LayerDocument[];
    /** Absent where the last layer is the output. */
    readonly outputs?: readonly string[] | undefined;
  };
  /** Absent: not compiled, as a Keras model before `compile`. */
  readonly compile?:
    | {
        readonly optimizer: OptimizerConfig;
        /** For every output, or one by one: `headsOf` says which. */
        readonly loss: LossConfig | readonly LossConfig[];
        readonly loss_weights?: readonly number[] | undefined;
        /** Of a single output a list of names, of several a list for each. */
        readonly metrics: readonly MetricName[] | readonly (readonly MetricName[])[];
      }
    | undefined;
  readonly fit: {
    readonly epochs: number;
    readonly batch_size: number;
    readonly validation_split: number;
    readonly shuffle: boolean;
    readonly callbacks: readonly CallbackConfig[];
  };
  readonly view: {
    readonly focus?: Focus | undefined;
    readonly playing: boolean;
    /** What the lens of the focused layer shows, where that is not how its number comes about. */
    readonly aspect?: Aspect | undefined;
  };
}
