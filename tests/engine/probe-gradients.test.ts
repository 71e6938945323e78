import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { type Tensor, zeros } from '../../src/base/tensor.ts';
import { createBackends } from '../../src/engine/backend.ts';
import { buildModel } from '../../src/engine/build.ts';
import { takeGradients } from '../../src/engine/gradients.ts';
import { createObjective } from '../../src/engine/objective.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { headsOf } from '../../src/model/heads.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { lossOf } from '../../src/model/losses.ts';
import type { Weights } from '../../src/model/trace.ts';
import { wasmPaths } from './session-in-node.ts';

const { document, network } = admit({
  kernelscope: 1,
  model: {
    input_shape: [5, 5, 1],
    layers: [
      { class_name: 'Conv2D', config: { name: 'conv', filters: 2, kernel_size: 3, activation: 'tanh' } },
      { class_name: 'Flatten', config: { name: 'flat' } },
      { class_name: 'Dense', config: { name: 'out', units: 3, activation: 'softmax' } },
    ],
  },
  compile: { loss: 'categorical_crossentropy' },
});
const random = createRandom(3);
const probe: Tensor = {
  ...zeros([5, 5, 1]),
  data: Float32Array.from({ length: 25 }, () => random.uniform()),
};
const weights = initialWeights(network, 5);
const [head] = headsOf(document.compile!, network.outputs);

function loss(by: Weights, input: Tensor): number {
  return lossOf(head!.loss, [...forward(network, by, input).layers.get('out')!.output.data], [0, 1, 0]);
}

/** A central difference in the slow forward pass. */
function slope(at: (change: number) => number): number {
  const change = 1e-3;
  return (at(change) - at(-change)) / (2 * change);
}

function changed(layer: string, place: number, cell: number, by: number): Weights {
  const list = weights.get(layer)!.map((weight, at) => {
    if (at !== place) return weight;
    const data = weight.data.slice();
    data[cell]! += by;
    return { ...weight, data };
  });
  return new Map([...weights, [layer, list]]);
}

describe.each(['cpu', 'wasm'] as const)('gradients of a probe on %s', (backend) => {
  const backends = createBackends(wasmPaths);
  beforeAll(() => backends.use(backend, 'chosen'));

  test('of the loss: by every weight and by the input, as differences say', async () => {
    const model = buildModel(network, weights);
    const objective = createObjective(document.compile!, network);
    const targets = [
      {
        shape: [3],
        size: 3,
        head: { shape: [3], from: 0, count: 1, oneHot: 3 },
        write(data: Float32Array, start: number, given: ArrayLike<number>, from: number) {
          data[start + given[from]!] = 1;
        },
      },
    ];
    const before = tf.memory().numTensors;
    const found = await takeGradients(
      model,
      { probe, target: { type: 'loss', targets: [1] }, objective, targets },
      backends,
    );
    expect(tf.memory().numTensors).toBe(before);
    for (const [layer, { weights: gradients }] of found) {
      gradients.forEach(({ data }, place) => {
        for (let cell = 0; cell < data.length; cell += 5) {
          const wanted = slope((by) => loss(changed(layer, place, cell, by), probe));
          expect(Math.abs(data[cell]! - wanted)).toBeLessThan(2e-3 * Math.max(1, Math.abs(wanted)));
        }
      });
    }
    const byInput = found.get('conv')!.inputs[0]!;
    expect(byInput.shape).toEqual([5, 5, 1]);
    for (const cell of [0, 7, 12, 24]) {
      const moved = (by: number) => {
        const data = probe.data.slice();
        data[cell]! += by;
        return { ...probe, data };
      };
      const wanted = slope((by) => loss(weights, moved(by)));
      expect(Math.abs(byInput.data[cell]! - wanted)).toBeLessThan(2e-3);
    }
    expect(found.get('flat')!.output.data).toEqual(found.get('out')!.inputs[0]!.data);
    model.dispose();
  });

  test('of one output unit: a softmax gives p (1 - p) and -p q before it', async () => {
    const model = buildModel(network, weights);
    const target = { type: 'unit', layer: 'out', index: [2] } as const;
    const found = await takeGradients(model, { probe, target }, backends);
    expect([...found.get('out')!.output.data]).toEqual([0, 0, 1]);
    const p = forward(network, weights, probe).layers.get('out')!.output.data;
    const bias = found.get('out')!.weights[1]!.data;
    expect(bias[2]).toBeCloseTo(p[2]! * (1 - p[2]!), 5);
    expect(bias[0]).toBeCloseTo(-p[2]! * p[0]!, 5);
    model.dispose();
  });
});
