import type * as v from 'valibot';
import type { Shape, Tensor } from '../../base/tensor.ts';
import type { ActivationName, ScalarFunction } from '../activations.ts';
import type { Constraint } from '../constraints.ts';
import type { Initializer } from '../initializers.ts';
import type { Regularizer } from '../regularizers.ts';
import type { LayerTrace, NamedWeight } from '../trace.ts';
import type { AxisWindow } from '../window.ts';
import type { Axis } from './axis-parts.ts';

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
  /** Where the initializer stands in the config, if not under the weight's name and `_initializer`. */
  readonly argument?: string;
  /** Where the weight is drawn in pieces, one after the other along its only axis. */
  readonly pieces?: readonly Pick<WeightSpec, 'shape' | 'initializer' | 'fanIn' | 'fanOut'>[];
  readonly regularizer?: Regularizer | null;
  readonly constraint?: Constraint | null;
}

/** What a layer does, by a short public name (`op` of an explanation). */
export type Operation =
  | 'conv'
  | 'dense'
  | 'max_pool'
  | 'average_pool'
  | 'activation'
  | 'identity'
  | 'normalization'
  | 'recurrent'
  | 'lookup'
  | 'resize'
  | 'scale'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'average'
  | 'maximum'
  | 'minimum';

/** How the terms of one output number combine. */
type Reduction = 'sum' | 'mean' | 'max' | 'min' | 'product' | 'identity';

/** One term: an input cell, and the weight it is multiplied by if there is one. Padding gives no term. */
export interface Term {
  /** Which of the layer's inputs. */
  readonly input: number;
  readonly inputIndex: readonly number[];
  /** Name of the weight and its index, e.g. `kernel` `[row, col, in, out]`. */
  readonly weight?: { readonly name: string; readonly index: readonly number[] };
  /** What it is multiplied by where that is not one weight but computed. */
  readonly factor?: number;
  /** A number that the layer computed itself, in place of an input cell: the index is then one of its own output. */
  readonly own?: number;
  /** The input only chooses the weight: it is no factor of the product. */
  readonly chooses?: true;
}

/** Which input cells one output cell looks at, and how they combine: the source of forward and explain. */
export interface Derivation {
  readonly reduction: Reduction;
  readonly terms: readonly Term[];
  readonly bias?: { readonly name: string; readonly index: readonly number[] };
  /** What is added to a sum where that is not one weight but computed. */
  readonly constant?: number;
}

/** One gate of a recurrent layer, for one unit and step. */
interface Gate {
  readonly pre_activation: number;
  readonly value: number;
}

/** How one unit of a recurrent layer came to its state at one step. */
export interface RecurrentGates {
  /** Of the input's steps. */
  readonly step: number;
  /** By Keras's letters: i, f, c, o of an LSTM, z, r, h of a GRU. */
  readonly gates: Readonly<Record<string, Gate>>;
  /** Before the step and after it. */
  readonly hidden: { readonly before: number; readonly after: number };
  readonly cell?: { readonly before: number; readonly after: number };
}

/** What one gate of a unit adds up at a step: of the kernel, the recurrent kernel and the bias it is column `column`. */
export interface GateSum {
  /** Keras's letter. */
  readonly gate: string;
  readonly column: number;
  /** What the recurrent kernel's column is multiplied by, by unit. */
  readonly hidden: readonly number[];
  readonly bias?: number;
  /** What is added to the product with the hidden state before the reset gate. */
  readonly hiddenBias?: number;
  /** Where the reset gate applies to the product with the hidden state: its value. */
  readonly reset?: number;
  readonly pre: number;
  readonly activation: ActivationName;
  readonly value: number;
}

/** A recurrent layer at one step: its states before and after it by unit, the first of them the hidden state. */
export interface RecurrentMoment {
  /** Of the input's steps. */
  readonly step: number;
  readonly before: readonly (readonly number[])[];
  readonly states: readonly (readonly number[])[];
}

/** A recurrent layer, all steps one after another in the order in which it takes them. */
export interface Unrolled {
  readonly moments: readonly RecurrentMoment[];
  /** Keras's letters of the gates, in the order of their columns in the kernels. */
  readonly gates: readonly string[];
  /** What a unit's gates add up at `moments[at]`, in the order of `gates`. */
  sums(at: number, unit: number): readonly GateSum[];
}

/** The numbers of one call of a layer: its inputs, without the batch axis, and its weights. */
export interface LayerValues {
  readonly inputs: readonly Tensor[];
  readonly weights: readonly NamedWeight[];
}

/**
 * A layer kind as the core knows it: one file a kind, one line in `registry.ts`. Pure. `C` is its complete
 * config. Functions of shapes may assume that `validate` passed.
 */
export interface LayerDefinition<C extends BaseConfig = BaseConfig> {
  /** Keras's automatic name is this with `_1`, `_2` … from the second on: `conv2d`, `conv2d_1`. */
  readonly snakeName: string;
  readonly operation: Operation;
  /** Where it follows from the config: a wrapper does what its layer does. */
  operationOf?(config: C): Operation;
  /** Strict schema of `config`, every default as in Keras; its output is `C` (`name` empty where it is left out). */
  readonly schema: v.GenericSchema<unknown, C>;
  /** How many inputs it reads; one where it is left out. `states`: its first states too, or not. */
  readonly arity?: 'many' | 'states';
  /** Its output is its input's cells, unchanged, in another arrangement. */
  readonly rearranges?: true;
  /** Throws `KernelscopeError` (paths relative to the layer, e.g. `config.strides`) where Keras refuses. */
  validate(config: C, inputs: readonly Shape[]): void;
  /** Without the batch axis. */
  outputShape(config: C, inputs: readonly Shape[]): Shape;
  weights(config: C, inputs: readonly Shape[]): readonly WeightSpec[];
  /** What runs along the output's axes, by input, where that is more than sliding or new channels. */
  axes?(config: C, inputs: readonly (readonly Axis[])[]): readonly Axis[] | undefined;
  /** Multiply-adds for one input, the padding's zeros counted as a dense loop would. */
  macs(config: C, inputs: readonly Shape[]): number;
  /** The layer's own activation, applied last; `linear` where it has none. */
  activation(config: C): ActivationName;
  /** The activation as a function, where arguments of the layer make it another than `activation` names. */
  activationFunction?(config: C): ScalarFunction | undefined;
  /** Axes of the output along which a softmax works where those are not the last one, ascending. */
  activationAxes?(config: C, inputs: readonly Shape[]): readonly number[];
  /** Relation per spatial axis of output to input; undefined where there is none (Dense, Flatten). */
  windows?(config: C, inputs: readonly Shape[]): readonly AxisWindow[];
  /** Without windows: whether an output cell sees all cells of the input, or only the one it stands on. */
  seesAll?(config: C, inputs: readonly Shape[]): boolean;
  /** Its cells do not all lie along the axes of what it reads: fields are followed cell by cell. */
  readonly turnsAxes?: true;
  /** Which cells of the first input the output cell `index` reads, where `derive` does not say it without values. */
  reads?(
    config: C,
    inputs: readonly Shape[],
    index: readonly number[],
  ): readonly (readonly number[])[] | undefined;
  /**
   * How the output cell `index` comes about. Factors and constants that follow from numbers need `values`; without
   * them they are 1 and 0.
   */
  derive(config: C, inputs: readonly Shape[], index: readonly number[], values?: LayerValues): Derivation;
  /**
   * Everything that the layer gives, slowly and plainly, where its cells depend on one another (recurrent layers,
   * wrappers); elsewhere `derive` says it all.
   */
  compute?(config: C, values: LayerValues): LayerTrace;
  /** Of a recurrent layer: what went on behind the output cell `index`. */
  gates?(config: C, values: LayerValues, index: readonly number[]): RecurrentGates | undefined;
  /** Of a recurrent layer: everything that went on, step by step. */
  unroll?(config: C, values: LayerValues): Unrolled;
  /** Shapes of what it gives beside its output (`return_state`): `lstm/1`, `lstm/2` … where a layer reads them. */
  stateShapes?(config: C, inputs: readonly Shape[]): readonly Shape[];
  activityRegularizer?(config: C): Regularizer | null;
}
