import * as tf from '@tensorflow/tfjs-core';
import { merging } from './merging.ts';

export const add = merging((first, second) => tf.add(first, second));
