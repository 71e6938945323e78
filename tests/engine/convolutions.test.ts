import * as tf from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildModel } from '../../src/engine/build.ts';
import { forward } from '../../src/model/forward.ts';
import type { Weights } from '../../src/model/trace.ts';
import { CONVOLUTIONS, convolutions } from '../arbitraries/convolutions.ts';
import { networkOf } from '../arbitraries/documents.ts';
import { noiseTensor, useBackend } from './on-backend.ts';

function read(tensor: tf.Tensor) {
  return { shape: tensor.shape, data: tensor.dataSync<'float32'>().slice() };
}

function expectClose(got: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number): void {
  expect(got.length).toBe(wanted.length);
  for (let cell = 0; cell < wanted.length; cell++) {
    const allowed = tolerance * Math.max(1, Math.abs(wanted[cell]!));
    expect(Math.abs(got[cell]! - wanted[cell]!)).toBeLessThanOrEqual(allowed);
  }
}

function drawn(shape: readonly number[], seed: number) {
  return tf.tidy(() => read(noiseTensor([...shape], seed)));
}

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(CONVOLUTIONS)('%s: the slow forward pass, exact gradients, no tensor left', (kind) => {
    fc.assert(
      fc.property(convolutions(kind), fc.nat(1000), (given, seed) => {
        const network = networkOf(given.input, { class_name: kind, config: given.config });
        const layer = network.layers[0]!;
        const own = layer.weights.map(({ name, shape }, at) => ({ name, ...drawn(shape, seed + at + 1) }));
        const weights: Weights = new Map([[layer.name, own]]);
        const probes = [drawn(given.input, seed), drawn(given.input, seed + 9)];
        const before = tf.memory().numTensors;
        const model = buildModel(network, weights);
        const rows = tf.tidy(() =>
          tf.variable(tf.stack(probes.map(({ data, shape }) => tf.tensor(data, [...shape])))),
        );
        const run = () => model.forward(rows).get(layer.name)!.output;
        const got = tf.tidy(() => read(run()));
        const wanted = probes.flatMap((probe) => [
          ...forward(network, weights, probe).layers.get(layer.name)!.output.data,
        ]);
        expectClose(got.data, wanted, 1e-5);

        // The output is linear in each single number, so a difference over a wide step is exact.
        const dy = drawn([2, ...layer.outputShape], seed + 20);
        const score = () => tf.sum(tf.mul(run(), tf.tensor(dy.data, [...dy.shape]))) as tf.Scalar;
        const variables = [rows, ...model.trainable];
        const gradients = tf.tidy(() => {
          const { grads } = tf.variableGrads(score, variables);
          return variables.map((variable) => read(grads[variable.name]!));
        });
        variables.forEach((variable, place) => {
          const { data, shape } = read(variable);
          const cell = seed % data.length;
          const at = (value: number) => {
            const moved = data.slice();
            moved[cell] = value;
            tf.tidy(() => variable.assign(tf.tensor(moved, shape)));
            return tf.tidy(() => score().dataSync<'float32'>()[0]!);
          };
          const slope = (at(data[cell]! + 2) - at(data[cell]! - 2)) / 4;
          at(data[cell]!);
          expectClose([gradients[place]!.data[cell]!], [slope], 1e-4);
        });
        model.dispose();
        rows.dispose();
        expect(tf.memory().numTensors).toBe(before);
      }),
      { numRuns: 12 },
    );
  });
});
