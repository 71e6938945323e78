import * as tf from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { flatIndex, indexAt, sizeOf } from '../../src/base/tensor.ts';
import { buildModel } from '../../src/engine/build.ts';
import { activateRow } from '../../src/model/activations.ts';
import { explain } from '../../src/model/explain.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import type { RecurrentConfig } from '../../src/model/layers/recurrent-arguments.ts';
import type { Weights } from '../../src/model/trace.ts';
import { openGates } from '../../src/scene/lens/gate-terms.ts';
import { stateEquations } from '../../src/scene/lens/state-flow.ts';
import { unrollingOf } from '../../src/scene/lens/unrolling.ts';
import { noiseTensor, useBackend } from './on-backend.ts';

const recurrent = fc.record({
  kind: fc.constantFrom('LSTM', 'GRU', 'SimpleRNN'),
  units: fc.integer({ min: 1, max: 5 }),
  steps: fc.integer({ min: 1, max: 7 }),
  features: fc.integer({ min: 1, max: 4 }),
  use_bias: fc.boolean(),
  return_sequences: fc.boolean(),
  go_backwards: fc.boolean(),
  reset_after: fc.boolean(),
  seed: fc.nat(99),
});

beforeAll(() => useBackend('cpu'));

test('the gates, sums and states of the picture are those of the slow pass and of the engine', () => {
  fc.assert(
    fc.property(recurrent, ({ kind, steps, features, seed, reset_after, ...config }) => {
      const own = kind === 'GRU' ? { ...config, reset_after } : config;
      const { network } = admit({
        kernelscope: 1,
        model: { input_shape: [steps, features], layers: [{ class_name: kind, config: own }] },
      });
      const random = createRandom(seed, 'weights');
      const node = network.layers[0]!;
      const weights: Weights = new Map([
        [
          node.name,
          node.weights.map(({ name, shape }) => ({
            name,
            shape,
            data: Float32Array.from({ length: sizeOf(shape) }, () => random.normal(0, 0.6)),
          })),
        ],
      ]);
      const model = buildModel(network, weights);
      const tensor = noiseTensor([1, steps, features], seed);
      const input = { shape: [steps, features], data: tensor.dataSync<'float32'>().slice() };
      const trace = forward(network, weights, input);
      const engine = tf.tidy(() => model.forward(tensor).get(node.name)!.output.dataSync());
      model.dispose();
      tensor.dispose();
      const source = { name: 'input', ...input };
      const context = {
        network,
        trace,
        weights,
        layer: node.name,
        width: 700,
        height: 400,
        node,
        traced: trace.layers.get(node.name)!,
        source,
        sources: [source],
      };
      const recurrentConfig = node.config as RecurrentConfig;
      for (let cell = 0; cell < sizeOf(node.outputShape); cell++) {
        const index = indexAt(node.outputShape, cell);
        const lane = unrollingOf(
          { ...context, index },
          {
            definition: node.definition,
            config: recurrentConfig,
            values: { inputs: [input], weights: weights.get(node.name)! },
            firstUnit: 0,
            turned: recurrentConfig.go_backwards,
          },
        );
        const open = openGates(lane);
        const said = explain(network, trace, weights, node.name, index);
        for (const gate of open) {
          const sum =
            gate.inputSum + (gate.bias ?? 0) + (gate.reset ?? 1) * (gate.hiddenSum + (gate.hiddenBias ?? 0));
          expect(sum).toBeCloseTo(gate.pre, 5);
          expect(activateRow([gate.pre], gate.activation)[0]).toBeCloseTo(gate.value, 5);
          const told = said.gates!.gates[gate.gate];
          if (told) expect([told.pre_activation, told.value]).toEqual([gate.pre, gate.value]);
        }
        expect(said.gates!.step).toBe(lane.step);
        const equations = stateEquations(lane, open);
        const { pieces, after } = equations.at(-1)!;
        expect(after).toBeCloseTo(
          trace.layers.get(node.name)!.output.data[flatIndex(node.outputShape, index)]!,
          5,
        );
        expect(Math.abs(after - engine[cell]!)).toBeLessThanOrEqual(1e-5);
        if (pieces.length === 4)
          expect(pieces[0]!.value * pieces[1]!.value + pieces[2]!.value * pieces[3]!.value).toBeCloseTo(
            after,
            6,
          );
        if (equations.length > 1) expect(pieces[0]!.value * pieces[1]!.value).toBeCloseTo(after, 6);
      }
    }),
    { numRuns: 60 },
  );
}, 30_000);
