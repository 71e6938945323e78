import * as tf from '@tensorflow/tfjs-core';
import { merging } from './merging.ts';

export const average = merging(
  (first, second) => tf.add(first, second),
  (sum, count) => tf.div(sum, count),
);
