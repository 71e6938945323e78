import * as tf from '@tensorflow/tfjs-core';
import type { GlobalPoolingConfig } from '../../model/layers/global-pooling.ts';
import type { EngineLayer } from './layer.ts';

/** The largest cell of each map; cells that share the maximum share its gradient, as in Keras (tfjs gives each all). */
function largest(x: tf.Tensor): tf.Tensor {
  const operation = tf.customGrad((input, save) => {
    const maps = input as tf.Tensor;
    const value = tf.max(maps, [1, 2], true);
    (save as tf.GradSaveFunc)([maps, value]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const isLargest = tf.cast(tf.equal(saved[0]!, saved[1]!), 'float32');
      return tf.mul(isLargest, tf.div(dy, tf.sum(isLargest, [1, 2], true)));
    };
    return { value, gradFunc };
  });
  return operation(x);
}

export const globalMaxPooling2d: EngineLayer<GlobalPoolingConfig> = {
  forward({ config, inputs }) {
    const output = largest(inputs[0]!);
    return { output: config.keepdims ? output : tf.squeeze(output, [1, 2]) };
  },
};
