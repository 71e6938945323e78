import * as tf from '@tensorflow/tfjs-core';
import type { Regularizer } from '../model/regularizers.ts';
import type { BuiltModel } from './build.ts';
import type { LayerResult } from './layers/layer.ts';

/** `l1 * sum(|x|) + l2 * sum(x²)`, as Keras's L1, L2 and L1L2. */
function penalty({ config }: Regularizer, x: tf.Tensor): tf.Scalar[] {
  const { l1 = 0, l2 = 0 } = config;
  const parts: tf.Scalar[] = [];
  if (l1 > 0) parts.push(tf.mul(tf.sum(tf.abs(x)), l1));
  if (l2 > 0) parts.push(tf.mul(tf.sum(tf.square(x)), l2));
  return parts;
}

/**
 * What the regularizers of a model's weights and outputs add to the loss of a batch; undefined where it has none. Of
 * the outputs Keras takes the mean over the batch; rows that only fill it up (`mask` 0) do not count.
 */
export function regularization(
  model: BuiltModel,
  results: ReadonlyMap<string, LayerResult>,
  { mask, count }: { readonly mask: tf.Tensor1D; readonly count: number },
): tf.Scalar | undefined {
  const parts: tf.Scalar[] = [];
  for (const layer of model.network.layers) {
    layer.weights.forEach((spec, position) => {
      const variable = model.variables.get(layer.name)![position]!;
      if (spec.regularizer && spec.trainable) parts.push(...penalty(spec.regularizer, variable));
    });
    const activity = layer.definition.activityRegularizer?.(layer.config);
    const result = results.get(layer.name);
    if (!activity || !result) continue;
    for (const output of [result.output, ...(result.states ?? [])]) {
      const rows = tf.reshape(mask, [-1, ...output.shape.slice(1).map(() => 1)]);
      parts.push(...penalty(activity, tf.mul(output, rows)).map((part): tf.Scalar => tf.div(part, count)));
    }
  }
  return parts.length > 0 ? tf.addN(parts) : undefined;
}
