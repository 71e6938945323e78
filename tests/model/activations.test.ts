import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVATION_NAMES,
  type ActivationName,
  activate,
  scalarActivation,
} from '../../src/model/activations.ts';

// Keeps its advice on Node out of the output.
tf.enableProdMode();

function run(name: ActivationName, ...values: number[]): number[] {
  return [...activate({ shape: [values.length], data: Float32Array.from(values) }, name).data];
}

/** Worked out by hand from the formulas of Keras's documentation. */
const KNOWN: Record<ActivationName, [number, number][]> = {
  linear: [
    [-2, -2],
    [3, 3],
  ],
  relu: [
    [-2, 0],
    [3, 3],
  ],
  relu6: [
    [-2, 0],
    [3, 3],
    [7, 6],
  ],
  leaky_relu: [
    [-2, -0.4],
    [3, 3],
  ],
  elu: [
    [-1, -0.6321206],
    [3, 3],
  ],
  selu: [
    [-1, -1.1113307],
    [1, 1.050701],
  ],
  celu: [
    [-1, -0.6321206],
    [3, 3],
  ],
  gelu: [
    [-1, -0.1586553],
    [1, 0.8413447],
    [3, 2.9959502],
    [-7, 0],
  ],
  silu: [
    [-1, -0.2689414],
    [2, 1.7615942],
  ],
  mish: [
    [-1, -0.3034015],
    [1, 0.8650984],
  ],
  sigmoid: [
    [0, 0.5],
    [2, 0.880797],
    [-100, 0],
    [100, 1],
  ],
  hard_sigmoid: [
    [-4, 0],
    [0, 0.5],
    [1.5, 0.75],
    [4, 1],
  ],
  log_sigmoid: [
    [0, -Math.LN2],
    [-100, -100],
  ],
  sparse_sigmoid: [
    [-2, 0],
    [0.5, 0.75],
    [2, 1],
  ],
  hard_silu: [
    [-4, 0],
    [1.5, 1.125],
    [4, 4],
  ],
  tanh: [[1, 0.7615942]],
  hard_tanh: [
    [-3, -1],
    [0.5, 0.5],
    [3, 1],
  ],
  tanh_shrink: [[1, 0.2384058]],
  soft_shrink: [
    [-1, -0.5],
    [0.3, 0],
    [1, 0.5],
  ],
  hard_shrink: [
    [-1, -1],
    [0.5, 0],
    [0.6, 0.6],
  ],
  softplus: [
    [0, Math.LN2],
    [100, 100],
    [-100, 0],
  ],
  softsign: [
    [-1, -0.5],
    [3, 0.75],
  ],
  squareplus: [
    [0, 1],
    [1.5, 2],
  ],
  sparse_plus: [
    [-1, 0],
    [0, 0.25],
    [2, 2],
  ],
  exponential: [[1, Math.E]],
  softmax: [[1000, 1]],
  log_softmax: [[1000, 0]],
  sparsemax: [[1000, 1]],
};

describe('activations', () => {
  it.each(ACTIVATION_NAMES)('%s has its known values', (name) => {
    for (const [x, y] of KNOWN[name]) expect(run(name, x)[0]).toBeCloseTo(y, 6);
  });

  const theirs: [ActivationName, (x: tf.Tensor) => tf.Tensor][] = [
    ['relu', tf.relu],
    ['relu6', tf.relu6],
    ['leaky_relu', (x) => tf.leakyRelu(x, 0.2)],
    ['elu', tf.elu],
    ['selu', tf.selu],
    ['gelu', (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.div(x, Math.SQRT2)), 1))],
    ['sigmoid', tf.sigmoid],
    ['log_sigmoid', tf.logSigmoid],
    ['tanh', tf.tanh],
    ['softplus', tf.softplus],
    ['softmax', tf.softmax],
    ['log_softmax', tf.logSoftmax],
  ];

  it.each(theirs)('%s agrees with tfjs', (name, operation) => {
    tf.tidy(() => {
      const shape = [3, 4];
      const data = Float32Array.of(-9, -3, -1.5, -1, -0.5, -0.1, 0, 0.1, 0.5, 1, 2.5, 8);
      const wanted = operation(tf.tensor(data, shape)).dataSync();
      const ours = activate({ shape, data }, name).data;
      for (const [position, y] of wanted.entries()) expect(ours[position]).toBeCloseTo(y, 5);
    });
  });

  it('sparsemax gives what Keras’s gives, not the paper’s', () => {
    // Numbers of Keras 3.15 on jax.
    expect(run('sparsemax', 0.5, 0.5)).toEqual([0.25, 0.25]);
    expect(run('sparsemax', 1.25, 0.75, -3)).toEqual([0.125, 0, 0]);
    expect(run('sparsemax', 3, 0, 0)).toEqual([1, 0, 0]);
    const rows = fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (row) => {
        const p = run('sparsemax', ...row);
        // Where it is above 0 it differs from the input by one and the same shift.
        const shifts = row.flatMap((x, position) => (p[position]! > 1e-6 ? [x - p[position]!] : []));
        for (const shift of shifts) expect(shift).toBeCloseTo(shifts[0]!, 4);
      }),
    );
  });

  it('are functions of one number but for the three that look at a row', () => {
    const rows = ACTIVATION_NAMES.filter((name) => scalarActivation(name) === undefined);
    expect(rows).toEqual(['softmax', 'log_softmax', 'sparsemax']);
  });
});
