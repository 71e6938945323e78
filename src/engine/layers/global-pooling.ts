import * as tf from '@tensorflow/tfjs-core';
import { isChannelsFirst } from '../../model/layers/data-format.ts';
import type { GlobalPoolingConfig } from '../../model/layers/global-pooling.ts';
import type { EngineLayer, LayerCall } from './layer.ts';

/** The spatial axes, with the batch axis counted. */
function spatialAxes({ config, inputs }: LayerCall<GlobalPoolingConfig>): number[] {
  const first = isChannelsFirst(config) ? 2 : 1;
  return Array.from({ length: inputs[0]!.rank - 2 }, (_, axis) => axis + first);
}

/** The largest cell of each map; cells that share the maximum share its gradient, as in Keras (tfjs gives each all). */
function largest(x: tf.Tensor, axes: number[]): tf.Tensor {
  const operation = tf.customGrad((input, save) => {
    const maps = input as tf.Tensor;
    const value = tf.max(maps, axes, true);
    (save as tf.GradSaveFunc)([maps, value]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const isLargest = tf.cast(tf.equal(saved[0]!, saved[1]!), 'float32');
      return tf.mul(isLargest, tf.div(dy, tf.sum(isLargest, axes, true)));
    };
    return { value, gradFunc };
  });
  return operation(x);
}

/** GlobalMaxPooling1D, 2D and 3D. */
export const globalMaxPooling: EngineLayer<GlobalPoolingConfig> = {
  forward(call) {
    const axes = spatialAxes(call);
    const output = largest(call.inputs[0]!, axes);
    return { output: call.config.keepdims ? output : tf.squeeze(output, axes) };
  },
};

/** GlobalAveragePooling1D, 2D and 3D. */
export const globalAveragePooling: EngineLayer<GlobalPoolingConfig> = {
  forward: (call) => ({ output: tf.mean(call.inputs[0]!, spatialAxes(call), call.config.keepdims) }),
};
