import type * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../base/random.ts';
import type { Shape } from '../../base/tensor.ts';
import type { ActivationName } from '../../model/activations.ts';
import type { BaseConfig } from '../../model/layers/definition.ts';
import type { AxisWindow } from '../../model/window.ts';
import { activations } from '../activations.ts';

/** What a layer is given; every tensor has the batch as its first axis. */
export interface LayerCall<C extends BaseConfig = BaseConfig> {
  readonly config: C;
  /** Window of each spatial axis; empty where the layer has none. */
  readonly windows: readonly AxisWindow[];
  readonly inputs: readonly tf.Tensor[];
  /** Their shapes without the batch axis. */
  readonly inputShapes: readonly Shape[];
  /** In the order of the layer's weight specs. */
  readonly weights: readonly tf.Tensor[];
  /** Random numbers of this layer in this step; absent outside training. */
  readonly random: Random | undefined;
  /** In training, `[batch]`: 1 for a sample, 0 for a row that only fills a short batch up. */
  readonly mask?: tf.Tensor1D | undefined;
  /** In training, what a stateful layer kept of the batch before; absent before the first. */
  readonly memory?: readonly tf.Tensor[] | undefined;
}

export interface LayerResult {
  /** Before the activation; absent where that is linear. */
  readonly pre?: tf.Tensor;
  readonly output: tf.Tensor;
  /** What the layer gives beside its output (`return_state`). */
  readonly states?: readonly tf.Tensor[];
  /** In training, new values of weights that are not trained (moving statistics), by place among the layer's weights. */
  readonly updates?: ReadonlyMap<number, tf.Tensor>;
  /** In training, what a stateful layer keeps for the next batch. */
  readonly memory?: readonly tf.Tensor[];
}

/** A layer kind in tfjs's operations, differentiable: one file a kind, one line in `registry.ts`. */
export interface EngineLayer<C extends BaseConfig = BaseConfig> {
  /** Called inside `tf.tidy`. */
  forward(call: LayerCall<C>): LayerResult;
}

/** Applies an activation and keeps what came before it. */
export function activated(pre: tf.Tensor, name: ActivationName): LayerResult {
  return name === 'linear' ? { output: pre } : { pre, output: activations[name](pre) };
}
