import * as tf from '@tensorflow/tfjs-core';
import type { GruConfig } from '../../model/layers/gru.ts';
import { activations } from '../activations.ts';
import { recurrent } from './recurrent.ts';

type Pair = [tf.Tensor2D, tf.Tensor2D];

export const gru = recurrent<GruConfig>({
  blocks: 3,
  states: 1,
  biases({ reset_after }, bias) {
    if (!reset_after) return { input: bias };
    const [input, hidden] = tf.unstack(bias, 0) as [tf.Tensor, tf.Tensor];
    return { input, hidden };
  },
  step(config, fromInput, [hidden], fromHidden, hiddenBias) {
    const { units, activation, recurrent_activation, reset_after } = config;
    const [gate, shown] = [activations[recurrent_activation], activations[activation]];
    const [inputGates, inputCandidate] = tf.split(fromInput, [2 * units, units], 1) as Pair;
    const blend = (gates: tf.Tensor, candidate: (reset: tf.Tensor2D) => tf.Tensor): tf.Tensor2D[] => {
      // Row activations (softmax) look at one gate at a time.
      const [z, r] = (tf.split(gates, 2, 1) as Pair).map((sum) => gate(sum)) as Pair;
      const h = shown(tf.add(inputCandidate, candidate(r)));
      return [tf.add(tf.mul(z, hidden!), tf.mul(tf.sub(1, z), h))];
    };
    if (!reset_after) {
      return blend(tf.add(inputGates, fromHidden.blocks(hidden!, 0, 2)), (reset) =>
        fromHidden.blocks(tf.mul(reset, hidden!), 2, 3),
      );
    }
    const product = fromHidden.all(hidden!);
    const sum = hiddenBias ? tf.add(product, hiddenBias) : product;
    const [hiddenGates, hiddenCandidate] = tf.split(sum, [2 * units, units], 1) as Pair;
    return blend(tf.add(inputGates, hiddenGates), (reset) => tf.mul(reset, hiddenCandidate));
  },
});
