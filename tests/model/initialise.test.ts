import { describe, expect, it } from 'vitest';
import { initialWeights } from '../../src/model/initialise.ts';
import { type InitializerTarget, initialise } from '../../src/model/initializers.ts';
import type { DenseConfig } from '../../src/model/layers/dense.ts';
import { networkOf } from '../arbitraries/documents.ts';

function dense(units: number, kernel_initializer: unknown, extra: object = {}) {
  return { class_name: 'Dense', config: { units, kernel_initializer, ...extra } };
}

/** The kernel of a Dense layer with `inputs` x `units` numbers. */
function kernel(initializer: unknown, inputs = 200, units = 100): Float32Array {
  const network = networkOf([inputs], dense(units, initializer));
  return initialWeights(network, 1).get('dense')![0]!.data;
}

function spread(values: Float32Array) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  const largest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return { mean, deviation: Math.sqrt(variance), largest };
}

describe('initializers', () => {
  it('fill with constants', () => {
    expect(new Set(kernel('zeros'))).toEqual(new Set([0]));
    expect(new Set(kernel('ones'))).toEqual(new Set([1]));
    expect(new Set(kernel({ class_name: 'Constant', config: { value: 0.5 } }))).toEqual(new Set([0.5]));
    expect([...kernel({ class_name: 'Identity', config: { gain: 2 } }, 2, 3)]).toEqual([2, 0, 0, 0, 2, 0]);
  });

  const uniform: [string, number][] = [
    ['random_uniform', 0.05],
    ['glorot_uniform', Math.sqrt(6 / 300)],
    ['he_uniform', Math.sqrt(6 / 200)],
    ['lecun_uniform', Math.sqrt(3 / 200)],
  ];
  it.each(uniform)('%s is even up to its limit', (name, limit) => {
    const { mean, deviation, largest } = spread(kernel(name));
    expect(Math.abs(mean)).toBeLessThan(limit * 0.02);
    expect(deviation / (limit / Math.sqrt(3))).toBeCloseTo(1, 1);
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(limit * 0.99);
  });

  const normal: [string, number][] = [
    ['glorot_normal', Math.sqrt(2 / 300)],
    ['he_normal', Math.sqrt(2 / 200)],
    ['lecun_normal', Math.sqrt(1 / 200)],
    ['variance_scaling', Math.sqrt(1 / 200)],
  ];
  it.each(normal)('%s is a cut normal distribution of its deviation', (name, wanted) => {
    const { mean, deviation, largest } = spread(kernel(name));
    expect(Math.abs(mean)).toBeLessThan(wanted * 0.03);
    expect(deviation / wanted).toBeCloseTo(1, 1);
    expect(largest).toBeLessThanOrEqual((2 * wanted) / 0.8796256610342398 + 1e-7);
  });

  it('random and truncated normal have Keras’s deviation', () => {
    expect(spread(kernel('random_normal')).deviation).toBeCloseTo(0.05, 2);
    expect(spread(kernel('truncated_normal')).largest).toBeLessThanOrEqual(0.1 + 1e-7);
  });

  it('variance scaling follows scale, mode and distribution', () => {
    const config = { scale: 4, mode: 'fan_out', distribution: 'uniform' };
    const { largest } = spread(kernel({ class_name: 'VarianceScaling', config }));
    expect(largest).toBeGreaterThan(Math.sqrt(12 / 100) * 0.99);
    expect(largest).toBeLessThanOrEqual(Math.sqrt(12 / 100));
  });

  it('a convolution’s fans count the kernel’s area', () => {
    const network = networkOf([9, 9, 8], {
      class_name: 'Conv2D',
      config: { filters: 16, kernel_size: [3, 5] },
    });
    const { largest } = spread(initialWeights(network, 1).get('conv2d')![0]!.data);
    const limit = Math.sqrt(6 / (15 * 8 + 15 * 16));
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(limit * 0.97);
  });

  it.each([
    [6, 4],
    [4, 6],
    [5, 5],
  ])('orthogonal %i x %i has orthogonal unit vectors', (rows, columns) => {
    const data = kernel({ class_name: 'Orthogonal', config: { gain: 3 } }, rows, columns);
    const vectors =
      rows >= columns
        ? Array.from({ length: columns }, (_, c) =>
            Array.from({ length: rows }, (__, r) => data[r * columns + c]!),
          )
        : Array.from({ length: rows }, (_, r) => [...data.subarray(r * columns, (r + 1) * columns)]);
    for (const [i, a] of vectors.entries()) {
      for (const [j, b] of vectors.entries()) {
        const product = a.reduce((sum, x, at) => sum + x * b[at]!, 0);
        expect(product).toBeCloseTo(i === j ? 9 : 0, 5);
      }
    }
  });
});

describe('initialWeights', () => {
  const network = networkOf([4], dense(4, 'he_normal'), dense(4, 'he_normal'));

  it('follows from the seed, and two layers of one shape differ', () => {
    const once = initialWeights(network, 5);
    expect(initialWeights(network, 5)).toEqual(once);
    expect(initialWeights(network, 6)).not.toEqual(once);
    expect(once.get('dense')![0]!.data).not.toEqual(once.get('dense_1')![0]!.data);
    expect(once.get('dense')!.map(({ name, shape }) => ({ name, shape }))).toEqual([
      { name: 'kernel', shape: [4, 4] },
      { name: 'bias', shape: [4] },
    ]);
  });

  it('an initializer’s own seed goes before the document’s', () => {
    const seeded = networkOf([4], dense(4, { class_name: 'HeNormal', config: { seed: 3 } }));
    expect(initialWeights(seeded, 1)).toEqual(initialWeights(seeded, 2));
    const { kernel_initializer } = seeded.layers[0]!.config as DenseConfig;
    const target: InitializerTarget = { shape: [4, 4], fanIn: 4, fanOut: 4 };
    expect(initialise(kernel_initializer, target, 9, 'any')).toEqual(
      initialWeights(seeded, 1).get('dense')![0]!.data,
    );
  });

  it('leaves layers without weights out', () => {
    const flat = networkOf(
      [2, 2, 1],
      { class_name: 'Flatten', config: {} },
      dense(1, 'zeros', { use_bias: false }),
    );
    expect([...initialWeights(flat, 1).keys()]).toEqual(['dense']);
    expect(initialWeights(flat, 1).get('dense')).toHaveLength(1);
  });
});
