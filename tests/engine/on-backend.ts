import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf } from '../../src/base/tensor.ts';
import { openSession } from './session-in-node.ts';

/** Makes `name` tfjs's backend, set up as the engine does. */
export async function useBackend(name: 'wasm' | 'cpu'): Promise<void> {
  const { session } = await openSession();
  await session.setBackend(name);
}

/** Seeded normal numbers, away from zero, where many activations have a kink. */
export function noiseTensor(shape: number[], seed: number): tf.Tensor {
  const random = createRandom(seed, 'noise');
  return tf.tensor(
    Float32Array.from({ length: sizeOf(shape) }, () => {
      const value = random.normal();
      return value + Math.sign(value) * 0.05;
    }),
    shape,
  );
}

/** Gradient of `f` by the cells of `x`, by central differences. */
export function numericGradient(f: (x: tf.Tensor) => tf.Scalar, x: tf.Tensor, step = 1e-2): Float32Array {
  const data = x.dataSync<'float32'>().slice();
  return data.map((value, cell) => {
    const at = (shifted: number) => {
      const moved = data.slice();
      moved[cell] = shifted;
      return tf.tidy(() => f(tf.tensor(moved, x.shape)).dataSync<'float32'>()[0]!);
    };
    return (at(value + step) - at(value - step)) / (2 * step);
  });
}
