import * as tf from '@tensorflow/tfjs-core';
import { axesIn } from '../../model/layers/axes.ts';
import type { SoftmaxConfig } from '../../model/layers/softmax.ts';
import type { EngineLayer } from './layer.ts';

/** tfjs knows the last axis only: the others are brought before it, and those of the softmax become one. */
export const softmax: EngineLayer<SoftmaxConfig> = {
  forward({ config, inputs, inputShapes }) {
    const x = inputs[0]!;
    const along = axesIn(config.axis, inputShapes[0]!).map((axis) => axis + 1);
    const axes = [...x.shape.keys()];
    const order = [...axes.filter((axis) => !along.includes(axis)), ...along];
    const turned = tf.transpose(x, order);
    const length = along.reduce((total, axis) => total * x.shape[axis]!, 1);
    const shares = tf.reshape(tf.softmax(tf.reshape(turned, [-1, length])), turned.shape);
    return {
      pre: x,
      output: tf.transpose(
        shares,
        axes.map((axis) => order.indexOf(axis)),
      ),
    };
  },
};
