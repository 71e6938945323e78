import * as tf from '@tensorflow/tfjs-core';
import { merging } from './merging.ts';

export const multiply = merging((first, second) => tf.mul(first, second));
