import * as tf from '@tensorflow/tfjs-core';
import { isChannelsFirst } from '../model/layers/data-format.ts';
import type { BaseConfig } from '../model/layers/definition.ts';

/**
 * Applies `operation`, which knows `[batch, …spatial, channel]` only, to a tensor in the layer's own data format;
 * the result is in that format again.
 */
export function inChannelsLast(
  x: tf.Tensor,
  config: BaseConfig,
  operation: (x: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  if (!isChannelsFirst(config)) return operation(x);
  const spatial = Array.from({ length: x.rank - 2 }, (_, axis) => axis + 1);
  const result = operation(tf.transpose(x, [0, ...spatial.map((axis) => axis + 1), 1]));
  return tf.transpose(result, [0, x.rank - 1, ...spatial]);
}
