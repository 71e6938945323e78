import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { extreme } from '../../../src/engine/broadcast.ts';
import { engineLayers } from '../../../src/engine/layers/registry.ts';
import type { LayerKind } from '../../../src/model/layers/kinds.ts';
import { networkFrom } from '../../model/layers/on-probe.ts';
import { noiseTensor, numericGradient, useBackend } from '../on-backend.ts';

/** Gradients of the sum of what a layer gives, by each of its inputs. */
function gradients(kind: LayerKind, config: object, inputs: readonly tf.Tensor[]): number[][] {
  const shapes = inputs.map((input) => input.shape.slice(1));
  const reads = inputs.length > 1 && { inputs: inputs.map(() => 'input') };
  const layer = networkFrom(shapes[0]!, { class_name: kind, config, ...reads }).layers[0]!;
  const windows = layer.definition.windows?.(layer.config, shapes) ?? [];
  const run = (...at: tf.Tensor[]) =>
    engineLayers[kind].forward({
      config: layer.config,
      windows,
      inputs: at,
      inputShapes: shapes,
      weights: layer.weights.map(({ shape }) => tf.ones([...shape])),
      random: undefined,
    }).output;
  return tf.tidy(() =>
    tf
      .grads((...at) => tf.sum(run(...at)))([...inputs])
      .map((each) => [...each.dataSync()]),
  );
}

describe.each(['wasm', 'cpu'] as const)(
  'where cells are equal or zero, gradients are Keras’s, on %s',
  (backend) => {
    beforeAll(() => useBackend(backend));

    // Numbers of Keras 3.15 on jax.
    test('a window’s goes to its first largest cell', () => {
      expect(gradients('MaxPooling1D', { pool_size: 3, strides: 1 }, [tf.ones([1, 4, 1])])).toEqual([
        [1, 1, 0, 0],
      ]);
      expect(gradients('MaxPooling2D', {}, [tf.ones([1, 2, 2, 1])])).toEqual([[1, 0, 0, 0]]);
      expect(gradients('MaxPooling3D', {}, [tf.ones([1, 2, 2, 2, 1])])).toEqual([[1, 0, 0, 0, 0, 0, 0, 0]]);
    });

    test('a whole map’s is shared', () => {
      for (const [kind, shape] of [
        ['GlobalMaxPooling1D', [1, 4, 1]],
        ['GlobalMaxPooling2D', [1, 2, 2, 1]],
        ['GlobalMaxPooling3D', [1, 2, 2, 1, 1]],
      ] as const) {
        expect(gradients(kind, {}, [tf.ones([...shape])])).toEqual([[0.25, 0.25, 0.25, 0.25]]);
      }
    });

    test.each(['Maximum', 'Minimum'] as const)('%s: two halves, then halves with the next', (kind) => {
      const ones = [1, 2, 3].map(() => tf.ones([1, 1]));
      expect(gradients(kind, {}, ones)).toEqual([[0.25], [0.25], [0.5]]);
    });

    test.each([
      ['ReLU', {}, 0],
      ['ReLU', { negative_slope: 0.2 }, 1],
      ['LeakyReLU', {}, 1],
      ['ELU', {}, 1],
      ['ELU', { alpha: 0.3 }, 0.3],
      ['PReLU', {}, 0],
      ['Activation', { activation: 'leaky_relu' }, 1],
    ] as const)('the slope of %s %j at 0', (kind, config, slope) => {
      expect(gradients(kind, config, [tf.zeros([1, 1])])[0]![0]).toBeCloseTo(slope, 6);
    });

    test('a window of negative numbers', () => {
      const x = tf.tensor3d([-3, -1, -2, -5, -4, -6], [1, 6, 1]);
      expect(gradients('MaxPooling1D', { pool_size: 3 }, [x])).toEqual([[0, 1, 0, 0, 1, 0]]);
    });

    test.each([1, -1] as const)('larger and smaller of two (%i), spread over each other’s axes', (sign) => {
      tf.tidy(() => {
        const [a, b] = [noiseTensor([2, 3, 1], 1), noiseTensor([2, 1, 4], 2)];
        const weigh = noiseTensor([2, 3, 4], 3);
        const loss = (one: tf.Tensor, other: tf.Tensor) =>
          tf.sum(tf.mul(extreme(one, other, sign), weigh)) as tf.Scalar;
        const [byA, byB] = tf.grads(loss)([a, b]);
        numericGradient((at) => loss(at, b), a, 1e-3).forEach((value, cell) => {
          expect(Math.abs(byA!.dataSync()[cell]! - value)).toBeLessThan(1e-2);
        });
        numericGradient((at) => loss(a, at), b, 1e-3).forEach((value, cell) => {
          expect(Math.abs(byB!.dataSync()[cell]! - value)).toBeLessThan(1e-2);
        });
      });
    });
  },
);
