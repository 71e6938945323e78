import * as tf from '@tensorflow/tfjs-core';
import type { EmbeddingConfig } from '../../model/layers/embedding.ts';
import type { EngineLayer } from './layer.ts';

/** Rows of `[row, out]` by number. tfjs's own gradient needs a kernel that wasm has not. */
function lookUp(table: tf.Tensor2D, rows: tf.Tensor1D): tf.Tensor2D {
  const operation = tf.customGrad((given, save) => {
    const table = given as tf.Tensor2D;
    (save as tf.GradSaveFunc)([rows]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) =>
      tf.scatterND(tf.expandDims(saved[0]!, 1), dy, [...table.shape]);
    return { value: tf.gather(table, rows), gradFunc };
  });
  return operation(table) as tf.Tensor2D;
}

export const embedding: EngineLayer<EmbeddingConfig> = {
  forward({ config, inputs, weights }) {
    const x = inputs[0]!;
    const numbers = tf.clipByValue(x, 0, config.input_dim - 1);
    const rows = tf.cast(tf.reshape(numbers, [-1]), 'int32') as tf.Tensor1D;
    const found = lookUp(weights[0] as tf.Tensor2D, rows);
    return { output: tf.reshape(found, [...x.shape, config.output_dim]) };
  },
};
