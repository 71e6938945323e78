import * as tf from '@tensorflow/tfjs-core';
import type { LstmConfig } from '../../model/layers/lstm.ts';
import { activations } from '../activations.ts';
import { recurrent } from './recurrent.ts';

export const lstm = recurrent<LstmConfig>({
  blocks: 4,
  states: 2,
  biases: (_, bias) => ({ input: bias }),
  step({ activation, recurrent_activation }, fromInput, [hidden, cell], fromHidden) {
    const [shown, gate] = [activations[activation], activations[recurrent_activation]];
    const sums = tf.split(tf.add(fromInput, fromHidden.all(hidden!)), 4, 1) as tf.Tensor2D[];
    const [i, f, c, o] = sums as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    const next = tf.add(tf.mul(gate(f), cell!), tf.mul(gate(i), shown(c))) as tf.Tensor2D;
    return [tf.mul(gate(o), shown(next)), next];
  },
});
