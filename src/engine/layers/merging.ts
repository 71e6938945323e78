import type * as tf from '@tensorflow/tfjs-core';
import { sameRank } from '../broadcast.ts';
import type { EngineLayer } from './layer.ts';

/** A layer that takes its inputs together two by two; `finish` sees the result and how many there were. */
export function merging(
  combine: (first: tf.Tensor, second: tf.Tensor) => tf.Tensor,
  finish: (result: tf.Tensor, count: number) => tf.Tensor = (result) => result,
): EngineLayer {
  return {
    forward: ({ inputs }) => ({ output: finish(sameRank(inputs).reduce(combine), inputs.length) }),
  };
}
