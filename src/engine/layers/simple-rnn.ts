import * as tf from '@tensorflow/tfjs-core';
import { activations } from '../activations.ts';
import { recurrent } from './recurrent.ts';

export const simpleRNN = recurrent({
  blocks: 1,
  states: 1,
  biases: (_, bias) => ({ input: bias }),
  step: ({ activation }, fromInput, [hidden], fromHidden) => [
    activations[activation](tf.add(fromInput, fromHidden.all(hidden!))) as tf.Tensor2D,
  ],
});
