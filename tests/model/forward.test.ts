import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { type Shape, sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Weights } from '../../src/model/trace.ts';
import { documentOf, models, networkOf } from '../arbitraries/documents.ts';
import { tfOutputs } from './tf-model.ts';

function noise(shape: Shape, seed: number): Tensor {
  const random = createRandom(seed);
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.normal()) };
}

function gap(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((largest, x, position) => Math.max(largest, Math.abs(x - b[position]!)), 0);
}

describe('forward', () => {
  it('gives what tf.layers predicts, every layer of 200 random models', async () => {
    await tf.setBackend('cpu');
    fc.assert(
      fc.property(models, fc.nat(), (random, seed) => {
        const { network } = admit(documentOf(random));
        const weights = initialWeights(network, seed);
        const input = noise(network.inputShape, seed);
        const trace = forward(network, weights, input);
        for (const [name, theirs] of tfOutputs(network, weights, input)) {
          expect(gap(trace.layers.get(name)!.output.data, theirs)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('slides the 3x3 kernel over the 5x5 grid of every first lesson', () => {
    const network = networkOf([5, 5, 1], {
      class_name: 'Conv2D',
      config: { filters: 1, kernel_size: 3, use_bias: false },
    });
    const grid = [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0];
    const kernel = { name: 'kernel', shape: [3, 3, 1, 1], data: Float32Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1) };
    const weights: Weights = new Map([['conv2d', [kernel]]]);
    const trace = forward(network, weights, { shape: [5, 5, 1], data: Float32Array.from(grid) });
    expect([...trace.layers.get('conv2d')!.output.data]).toEqual([4, 3, 4, 2, 4, 3, 2, 3, 4]);
  });

  it('averages over the real cells only', () => {
    const network = networkOf([3, 3, 1], { class_name: 'AveragePooling2D', config: { padding: 'same' } });
    const trace = forward(network, new Map(), {
      shape: [3, 3, 1],
      data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    });
    expect([...trace.layers.get('average_pooling2d')!.output.data]).toEqual([3, 4.5, 7.5, 9]);
  });

  it('ReLU keeps to its own arguments', () => {
    const config = { max_value: 3, negative_slope: 0.5, threshold: 1 };
    const network = networkOf([6], { class_name: 'ReLU', config });
    const trace = forward(network, new Map(), { shape: [6], data: Float32Array.of(-1, 0, 1, 1.5, 3, 5) });
    const { output, pre } = trace.layers.get('re_lu')!;
    expect([...output.data]).toEqual([-1, -0.5, 0, 1.5, 3, 3]);
    expect([...pre!.data]).toEqual([-1, 0, 1, 1.5, 3, 5]);
  });

  it('keeps pre-activations where there is an activation', () => {
    const dense = (activation: string) => ({ class_name: 'Dense', config: { units: 2, activation } });
    const network = networkOf([3], dense('relu'), dense('linear'));
    const trace = forward(network, initialWeights(network, 1), noise([3], 1));
    const { pre, output } = trace.layers.get('dense')!;
    expect([...output.data]).toEqual([...pre!.data].map((x) => Math.max(x, 0)));
    expect(trace.layers.get('dense_1')).not.toHaveProperty('pre');
  });
});
