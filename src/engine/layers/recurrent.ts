import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../base/random.ts';
import type { RecurrentConfig } from '../../model/layers/recurrent-arguments.ts';
import { multiply, multiplyBy } from '../multiply.ts';
import { stackSteps, turnSteps, unstackSteps } from '../steps.ts';
import type { EngineLayer, LayerCall } from './layer.ts';

/** Products of the hidden state with the columns of the recurrent kernel, state dropout included. */
interface FromHidden {
  /** With all blocks: `[batch, blocks * units]`. */
  all(hidden: tf.Tensor2D): tf.Tensor2D;
  /** With the blocks from `first` to before `last`. */
  blocks(hidden: tf.Tensor2D, first: number, last: number): tf.Tensor2D;
}

/** A recurrent cell in tfjs's operations. */
export interface Cell<C extends RecurrentConfig> {
  readonly blocks: number;
  readonly states: number;
  /** What of the bias `[blocks * units]` is added to the input's product, and what the step is handed. */
  biases(config: C, bias: tf.Tensor): { readonly input: tf.Tensor; readonly hidden?: tf.Tensor };
  /** The new states, the output first. `fromInput` is `[batch, blocks * units]`. */
  step(
    config: C,
    fromInput: tf.Tensor2D,
    states: readonly tf.Tensor2D[],
    fromHidden: FromHidden,
    hiddenBias: tf.Tensor | undefined,
  ): readonly tf.Tensor2D[];
}

/** 0 for what is dropped, else what keeps the mean. */
function dropoutMask(shape: [number, number], rate: number, random: Random): tf.Tensor2D {
  const mask = new Float32Array(shape[0] * shape[1]);
  const kept = 1 / (1 - rate);
  for (let cell = 0; cell < mask.length; cell++) if (random.uniform() >= rate) mask[cell] = kept;
  return tf.tensor2d(mask, shape);
}

/** Masks for a whole sequence: one for all blocks, or one a block, which Keras has once the state is dropped too. */
function masks(rate: number, count: number, shape: [number, number], random: Random | undefined) {
  if (!random || rate === 0) return undefined;
  return Array.from({ length: count }, () => dropoutMask(shape, rate, random));
}

/** Products of every step's input with the kernel, in one go: step by step, `[batch, blocks * units]` each. */
function fromInputs(
  x: tf.Tensor3D,
  kernel: tf.Tensor2D,
  bias: tf.Tensor | undefined,
  dropped: readonly tf.Tensor2D[] | undefined,
): tf.Tensor2D[] {
  const [, steps, features] = x.shape;
  const rows = (sequences: tf.Tensor3D) => tf.reshape(turnSteps(sequences), [-1, features]) as tf.Tensor2D;
  const kernels =
    dropped && dropped.length > 1 ? (tf.split(kernel, dropped.length, 1) as tf.Tensor2D[]) : [kernel];
  const products = (dropped ?? [undefined]).map((mask, block) =>
    multiply(rows(mask ? tf.mul(x, tf.expandDims(mask, 1)) : x), kernels[block]!),
  );
  const product = products.length === 1 ? products[0]! : tf.concat2d(products, 1);
  const sums = bias ? tf.add(product, bias) : product;
  return unstackSteps(tf.reshape(sums, [steps, -1, kernel.shape[1]])) as tf.Tensor2D[];
}

function hiddenProducts(
  kernel: tf.Tensor2D,
  blocks: number,
  dropped: readonly tf.Tensor2D[] | undefined,
): FromHidden {
  const products = new Map<string, (x: tf.Tensor2D) => tf.Tensor2D>();
  /** The product with these columns, made ready once for all steps. */
  const columns = (first: number, last: number) => {
    const key = `${first}-${last}`;
    const width = kernel.shape[1] / blocks;
    const whole = last - first === blocks;
    const known =
      products.get(key) ??
      multiplyBy(whole ? kernel : tf.slice2d(kernel, [0, first * width], [-1, (last - first) * width]));
    products.set(key, known);
    return known;
  };
  const between = (hidden: tf.Tensor2D, first: number, last: number) => {
    if (!dropped) return columns(first, last)(hidden);
    const parts = dropped
      .slice(first, last)
      .map((mask, at) => columns(first + at, first + at + 1)(tf.mul(hidden, mask)));
    return parts.length === 1 ? parts[0]! : tf.concat2d(parts, 1);
  };
  return { all: (hidden) => between(hidden, 0, blocks), blocks: between };
}

/** Where a sequence starts from: the states that it is given, those of the batch before, or zeros. */
function firstStates<C extends RecurrentConfig>(cell: Cell<C>, call: LayerCall<C>): tf.Tensor2D[] {
  const { config, inputs, memory } = call;
  const shape: [number, number] = [inputs[0]!.shape[0]!, config.units];
  if (inputs.length > 1) return inputs.slice(1) as tf.Tensor2D[];
  const kept = config.stateful && memory?.[0]?.shape[0] === shape[0] ? memory : undefined;
  return Array.from({ length: cell.states }, (_, state) => (kept?.[state] as tf.Tensor2D) ?? tf.zeros(shape));
}

/** A recurrent layer from its cell; one large product for the inputs of all steps, then one a step for the state. */
export function recurrent<C extends RecurrentConfig>(cell: Cell<C>): EngineLayer<C> {
  return {
    forward(call) {
      const { config, inputs, weights, random } = call;
      const [kernel, recurrentKernel, bias] = weights as readonly [tf.Tensor2D, tf.Tensor2D, tf.Tensor?];
      const x = inputs[0] as tf.Tensor3D;
      const [batch, , features] = x.shape;
      // As in Keras, cells with several gates take a rate of 1 for none.
      const [dropout, stateDropout] = [config.dropout, config.recurrent_dropout].map((rate) =>
        rate === 1 && cell.blocks > 1 ? 0 : rate,
      ) as [number, number];
      const count = config.recurrent_dropout > 0 ? cell.blocks : 1;
      const biases = bias && cell.biases(config, bias);
      const sums = fromInputs(x, kernel, biases?.input, masks(dropout, count, [batch, features], random));
      const fromHidden = hiddenProducts(
        recurrentKernel,
        cell.blocks,
        masks(stateDropout, count, [batch, config.units], random),
      );
      let states: readonly tf.Tensor2D[] = firstStates(cell, call);
      const outputs = (config.go_backwards ? sums.toReversed() : sums).map((sum) => {
        states = cell.step(config, sum, states, fromHidden, biases?.hidden);
        return states[0]!;
      });
      return {
        output: config.return_sequences ? turnSteps(stackSteps(outputs)) : states[0]!,
        ...(config.return_state && { states }),
        ...(config.stateful && { memory: states }),
      };
    },
  };
}
