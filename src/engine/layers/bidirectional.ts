import * as tf from '@tensorflow/tfjs-core';
import { type BidirectionalConfig, directionsOf, halves } from '../../model/layers/directions.ts';
import type { EngineLayer } from './layer.ts';
import { wrappableLayers } from './wrappable.ts';

const MERGES = {
  concat: (forward: tf.Tensor, backward: tf.Tensor) => tf.concat([forward, backward], -1),
  sum: (forward: tf.Tensor, backward: tf.Tensor) => tf.add(forward, backward),
  mul: (forward: tf.Tensor, backward: tf.Tensor) => tf.mul(forward, backward),
  ave: (forward: tf.Tensor, backward: tf.Tensor) => tf.div(tf.add(forward, backward), 2),
};

export const bidirectional: EngineLayer<BidirectionalConfig> = {
  forward(call) {
    const { config, inputs, inputShapes, weights, memory } = call;
    const [tensors, shapes] = [halves(inputs), halves(inputShapes)];
    const kinds = [config.layer.class_name, (config.backward_layer ?? config.layer).class_name];
    let [weight, state] = [0, 0];
    const [forward, backward] = directionsOf(config).map((direction, at) => {
      const count = direction.definition.weights(direction.config, shapes[at]!).length;
      // How many states a direction keeps is seen from the first one's.
      const result = wrappableLayers[kinds[at]!].forward({
        ...call,
        config: direction.config,
        windows: [],
        inputs: tensors[at]!,
        inputShapes: shapes[at]!,
        weights: weights.slice(weight, weight + count),
        memory: memory?.slice(state),
      });
      weight += count;
      state += result.memory?.length ?? 0;
      return result;
    }) as [ReturnType<EngineLayer['forward']>, ReturnType<EngineLayer['forward']>];
    const turned = directionsOf(config)[1].config.return_sequences
      ? tf.reverse(backward.output, 1)
      : backward.output;
    const apart = config.merge_mode === null ? [turned] : [];
    const states = [...apart, ...(forward.states ?? []), ...(backward.states ?? [])];
    const kept = [...(forward.memory ?? []), ...(backward.memory ?? [])];
    return {
      output: config.merge_mode === null ? forward.output : MERGES[config.merge_mode](forward.output, turned),
      ...(states.length > 0 && { states }),
      ...(kept.length > 0 && { memory: kept }),
    };
  },
};
