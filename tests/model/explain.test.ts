import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { flatIndex, indexAt, type Shape, sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { explain } from '../../src/model/explain.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network } from '../../src/model/network.ts';
import type { Trace } from '../../src/model/trace.ts';
import { documentOf, models, networkOf } from '../arbitraries/documents.ts';

function noise(shape: Shape, seed: number): Tensor {
  const random = createRandom(seed);
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.normal()) };
}

function traced(network: Network, seed = 1) {
  const weights = initialWeights(network, seed);
  return { network, weights, trace: forward(network, weights, noise(network.inputShape, seed)) };
}

function numberAt(trace: Trace, layer: string, index: readonly number[]): number {
  const tensor = layer === 'input' ? trace.input : trace.layers.get(layer)!.output;
  return tensor.data[flatIndex(tensor.shape, index)]!;
}

const CONV = {
  class_name: 'Conv2D',
  config: { filters: 2, kernel_size: 3, padding: 'same', activation: 'relu' },
};

describe('explain', () => {
  it('has terms that add up to the traced number, in every cell of random models', () => {
    fc.assert(
      fc.property(models, fc.nat(), (random, seed) => {
        const { network, weights, trace } = traced(admit(documentOf(random)).network, seed);
        for (const layer of network.layers) {
          for (let cell = 0; cell < Math.min(sizeOf(layer.outputShape), 40); cell++) {
            const index = indexAt(layer.outputShape, cell);
            const why = explain(network, trace, weights, layer.name, index);
            expect(why.output).toBe(numberAt(trace, layer.name, index));
            for (const term of why.terms) {
              expect(term.input).toBe(numberAt(trace, term.input_layer, term.input_index));
              if (term.weight !== undefined) expect(term.product).toBeCloseTo(term.input * term.weight, 12);
            }
            const pre = trace.layers.get(layer.name)!.pre ?? trace.layers.get(layer.name)!.output;
            const before = pre.data[cell]!;
            const inputs = why.terms.map((term) => term.input);
            const sum = why.terms.reduce(
              (total, term) => total + (term.product ?? term.input),
              why.bias ?? 0,
            );
            if (why.op === 'max_pool') expect(Math.max(...inputs)).toBe(why.output);
            else expect(Math.abs(sum - before)).toBeLessThan(1e-5);
            if (why.pre_activation !== undefined)
              expect(Math.abs(why.pre_activation - before)).toBeLessThan(1e-5);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('points at the kernel by Keras’s index and gives padding no terms', () => {
    const { network, weights, trace } = traced(networkOf([4, 4, 2], CONV));
    const why = explain(network, trace, weights, 'conv2d', [0, 3, 1]);
    expect(why.op).toBe('conv');
    expect(why.activation).toBe('relu');
    // A corner of a 3x3 window with one ring of padding: 2x2 cells of 2 channels.
    expect(why.terms.map((term) => term.input_index)).toEqual([
      [0, 2, 0],
      [0, 2, 1],
      [0, 3, 0],
      [0, 3, 1],
      [1, 2, 0],
      [1, 2, 1],
      [1, 3, 0],
      [1, 3, 1],
    ]);
    expect(why.terms[0]).toMatchObject({ input_layer: 'input', weight_index: [1, 0, 0, 1] });
    const [kernel, bias] = weights.get('conv2d')!;
    for (const term of why.terms) {
      expect(term.weight).toBe(kernel!.data[flatIndex(kernel!.shape, term.weight_index!)]);
    }
    expect(why.bias).toBe(bias!.data[1]);
  });

  it('shares an average out and says where a maximum can come from', () => {
    const pools = ['AveragePooling2D', 'GlobalMaxPooling2D'].map((class_name) => ({
      class_name,
      config: {},
    }));
    const { network, weights, trace } = traced(networkOf([4, 4, 1], ...pools));
    const average = explain(network, trace, weights, 'average_pooling2d', [1, 0, 0]);
    expect(average.op).toBe('average_pool');
    expect(average.terms.map((term) => term.weight)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(average).not.toHaveProperty('pre_activation');
    const largest = explain(network, trace, weights, 'global_max_pooling2d', [0]);
    expect(largest.op).toBe('max_pool');
    expect(largest.terms).toHaveLength(4);
    expect(largest.terms[0]).not.toHaveProperty('weight');
  });

  it('shows a softmax with its exponentials and their sum', () => {
    const dense = { class_name: 'Dense', config: { units: 3, activation: 'softmax' } };
    const { network, weights, trace } = traced(networkOf([4], dense));
    const pre = [...trace.layers.get('dense')!.pre!.data];
    const { softmax, output } = explain(network, trace, weights, 'dense', [2]);
    const max = Math.max(...pre);
    expect(softmax!.max).toBe(max);
    expect(softmax!.exponentials).toEqual(pre.map((x) => Math.exp(x - max)));
    expect(softmax!.exponentials[2]! / softmax!.sum).toBeCloseTo(output, 6);

    // A trace without pre-activations, as after a fast path, gives the same.
    const bare = { ...trace, layers: new Map([['dense', { output: trace.layers.get('dense')!.output }]]) };
    expect(explain(network, bare, weights, 'dense', [2]).softmax!.sum).toBeCloseTo(softmax!.sum, 5);
  });

  it('passes one term through activations, Flatten and Dropout', () => {
    const { network, weights, trace } = traced(
      networkOf(
        [2, 2, 2],
        { class_name: 'Activation', config: { activation: 'tanh' } },
        { class_name: 'Dropout', config: { rate: 0.5 } },
        { class_name: 'Flatten', config: {} },
      ),
    );
    const why = explain(network, trace, weights, 'activation', [1, 0, 1]);
    expect(why).toMatchObject({ op: 'activation', activation: 'tanh' });
    expect(why.pre_activation).toBe(numberAt(trace, 'input', [1, 0, 1]));
    expect(why.output).toBeCloseTo(Math.tanh(why.pre_activation!), 6);
    const flat = explain(network, trace, weights, 'flatten', [5]);
    expect(flat.op).toBe('identity');
    expect(flat.terms).toEqual([{ input_layer: 'dropout', input_index: [1, 0, 1], input: flat.output }]);
  });

  it('refuses layers and cells that there are not', () => {
    const { network, weights, trace } = traced(networkOf([4, 4, 2], CONV));
    const bad: [string, unknown][] = [
      ['nothing', [0, 0, 0]],
      ['input', [0, 0, 0]],
      ['__proto__', [0]],
      ['conv2d', [0, 0]],
      ['conv2d', [0, 0, 0, 0]],
      ['conv2d', [0, 4, 0]],
      ['conv2d', [0, -1, 0]],
      ['conv2d', [0, 0.5, 0]],
      ['conv2d', undefined],
      ['conv2d', 'abc'],
    ];
    for (const [layer, index] of bad) {
      const call = () => explain(network, trace, weights, layer, index as number[]);
      expect(call).toThrow(expect.objectContaining({ code: 'not-found' }));
    }
  });

  it('takes less than a millisecond for a few hundred terms', () => {
    const { network, weights, trace } = traced(
      networkOf([6, 6, 32], { class_name: 'Conv2D', config: { filters: 4, kernel_size: 3 } }),
    );
    const times = Array.from({ length: 200 }, () => {
      const start = performance.now();
      explain(network, trace, weights, 'conv2d', [2, 2, 1]);
      return performance.now() - start;
    });
    expect(times.sort((a, b) => a - b)[100]).toBeLessThan(1);
  });
});
