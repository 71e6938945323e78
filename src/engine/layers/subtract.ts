import * as tf from '@tensorflow/tfjs-core';
import { merging } from './merging.ts';

export const subtract = merging((first, second) => tf.sub(first, second));
