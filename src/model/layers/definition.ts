import type * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import type { ActivationName, ScalarFunction } from '../activations.ts';
import type { Initializer } from '../initializers.ts';
import type { AxisWindow } from '../window.ts';

/** Past the gate a config is complete: every argument of the layer, Keras's names, defaults filled in. */
export interface BaseConfig {
  readonly name: string;
}

export interface WeightSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly initializer: Initializer;
  /** Fans of Keras's variance-scaling initializers. */
  readonly fanIn: number;
  readonly fanOut: number;
  readonly trainable: boolean;
}

/** What a layer does, by a short public name (`op` of an explanation). */
export type Operation = 'conv' | 'dense' | 'max_pool' | 'average_pool' | 'activation' | 'identity';

/** How the terms of one output number combine. */
type Reduction = 'sum' | 'mean' | 'max' | 'identity';

/** One term: an input cell, and the weight it is multiplied by if there is one. Padding gives no term. */
export interface Term {
  /** Which of the layer's inputs. */
  readonly input: number;
  readonly inputIndex: readonly number[];
  /** Name of the weight and its index, e.g. `kernel` `[row, col, in, out]`. */
  readonly weight?: { readonly name: string; readonly index: readonly number[] };
}

/** Which input cells one output cell looks at, and how they combine: the source of forward and explain. */
export interface Derivation {
  readonly reduction: Reduction;
  readonly terms: readonly Term[];
  readonly bias?: { readonly name: string; readonly index: readonly number[] };
}

/**
 * A layer kind as the core knows it: one file a kind, one line in `registry.ts`. Pure. `C` is its complete
 * config. Functions of shapes may assume that `validate` passed.
 */
export interface LayerDefinition<C extends BaseConfig = BaseConfig> {
  /** Keras's automatic name is this with `_1`, `_2` … from the second on: `conv2d`, `conv2d_1`. */
  readonly snakeName: string;
  readonly operation: Operation;
  /** Strict schema of `config`, every default as in Keras; its output is `C` (`name` empty where it is left out). */
  readonly schema: v.GenericSchema<unknown, C>;
  /** Throws `KernelscopeError` (paths relative to the layer, e.g. `config.strides`) where Keras refuses. */
  validate(config: C, inputs: readonly Shape[]): void;
  /** Without the batch axis. */
  outputShape(config: C, inputs: readonly Shape[]): Shape;
  weights(config: C, inputs: readonly Shape[]): readonly WeightSpec[];
  /** Multiply-adds for one input, the padding's zeros counted as a dense loop would. */
  macs(config: C, inputs: readonly Shape[]): number;
  /** The layer's own activation, applied last; `linear` where it has none. */
  activation(config: C): ActivationName;
  /** The activation as a function, where arguments of the layer make it another than `activation` names. */
  activationFunction?(config: C): ScalarFunction;
  /** Relation per spatial axis of output to input; undefined where there is none (Dense, Flatten). */
  windows?(config: C, inputs: readonly Shape[]): readonly AxisWindow[];
  /** Without windows: whether an output cell sees all cells of the input, or only the one it stands on. */
  seesAll?(config: C, inputs: readonly Shape[]): boolean;
  /** How the output cell `index` comes about. */
  derive(config: C, inputs: readonly Shape[], index: readonly number[]): Derivation;
}
