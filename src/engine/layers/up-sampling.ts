import * as tf from '@tensorflow/tfjs-core';
import { type Interpolation, partsOf } from '../../model/interpolation.ts';
import { factorsOf, interpolationOf, type UpSamplingConfig } from '../../model/layers/up-sampling.ts';
import { inChannelsLast } from '../channels-last.ts';
import type { EngineLayer } from './layer.ts';

/** `[a, cells, b]` with each cell `factor` times. */
function copied(x: tf.Tensor3D, factor: number): tf.Tensor {
  const [first, cells, rest] = x.shape;
  return tf.tile(tf.reshape(x, [first * cells, 1, rest]), [1, factor, 1]);
}

/** `[a, cells, b]` times the matrix of what part of each cell is in each output cell. */
function mixed(x: tf.Tensor3D, factor: number, interpolation: Interpolation): tf.Tensor {
  const cells = Array.from({ length: x.shape[1] }, (_, cell) => cell);
  const rows = Array.from({ length: cells.length * factor }, (_, output) =>
    partsOf(interpolation, factor, output, cells),
  );
  // One after the other, since on wasm a matrix is not multiplied with many at once as fast, nor its gradient.
  const parts = tf.transpose(tf.tensor2d(rows));
  const lines = tf.reshape(tf.transpose(x, [0, 2, 1]), [-1, cells.length]) as tf.Tensor2D;
  const more = tf.reshape(tf.matMul(lines, parts), [x.shape[0], x.shape[2], rows.length]);
  return tf.transpose(more, [0, 2, 1]);
}

/** UpSampling1D and 2D, axis by axis. */
export const upSampling: EngineLayer<UpSamplingConfig> = {
  forward({ config, inputs }) {
    const interpolation = interpolationOf(config);
    const output = inChannelsLast(inputs[0]!, config, (x) =>
      factorsOf(config).reduce((larger: tf.Tensor, factor, at) => {
        if (factor === 1) return larger;
        const { shape } = larger;
        const [before, after] = [shape.slice(0, at + 1), shape.slice(at + 2)];
        const product = (sizes: readonly number[]) => sizes.reduce((total, size) => total * size, 1);
        const cells = shape[at + 1]!;
        const flat = tf.reshape(larger, [product(before), cells, product(after)]) as tf.Tensor3D;
        const more = interpolation === 'nearest' ? copied(flat, factor) : mixed(flat, factor, interpolation);
        return tf.reshape(more, [...before, cells * factor, ...after]);
      }, x),
    );
    return { output };
  },
};
