import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { flatIndex, indexAt, sizeOf } from '../../src/base/tensor.ts';
import { activate } from '../../src/model/activations.ts';
import { type Explanation, explain } from '../../src/model/explain.ts';
import type { Network } from '../../src/model/network.ts';
import { readTrace } from '../../src/model/read-trace.ts';
import type { Trace, Weights } from '../../src/model/trace.ts';
import { documentOf, layerCases, opened, stackCases } from '../model/sequence-cases.ts';
import { openSession } from './session-in-node.ts';

/** Cells of each layer that are looked at: more than 500 in all. */
const CELLS = 8;
const TOLERANCE = 1e-5;

/** What the terms say the number is before its activation. */
function combined({ op, terms, bias }: Explanation): number {
  const inputs = terms.map(({ input }) => input);
  if (op === 'max_pool' || op === 'maximum') return Math.max(...inputs);
  if (op === 'multiply') return inputs.reduce((product, input) => product * input, 1);
  return terms.reduce((sum, { product, input }) => sum + (product ?? input), bias ?? 0);
}

/** The output that follows from the terms alone. */
function recomputed(why: Explanation): number {
  const pre = combined(why);
  const { softmax, activation } = why;
  if (softmax) return Math.exp(pre - softmax.max) / softmax.sum;
  if (activation === undefined) return pre;
  return activate({ shape: [1], data: Float32Array.of(pre) }, activation as 'relu').data[0]!;
}

function expectNear(got: number, wanted: number): void {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(TOLERANCE * Math.max(1, Math.abs(wanted)));
}

/** An LSTM's or a GRU's numbers at a step belong together, and its hidden state is what came out. */
function expectGates({ gates, output }: Explanation): void {
  if (!gates) return;
  const { hidden, cell, gates: by } = gates;
  if (cell) expectNear(cell.after, by.f!.value * cell.before + by.i!.value * by.c!.value);
  else if (by.z) expectNear(hidden.after, by.z.value * hidden.before + (1 - by.z.value) * by.h!.value);
  expect(Number.isFinite(output)).toBe(true);
}

function expectExplained(network: Network, trace: Trace, weights: Weights, seed: number): number {
  const random = createRandom(seed, 'cells');
  let seen = 0;
  for (const { name, outputShape } of network.layers) {
    const traced = trace.layers.get(name)!.output;
    const cells = random.permutation(sizeOf(outputShape)).slice(0, CELLS);
    for (const cell of cells) {
      const why = explain(network, trace, weights, name, indexAt(outputShape, cell));
      expect(why.output).toBe(traced.data[cell]);
      expectNear(recomputed(why), traced.data[cell]!);
      for (const { input_layer, input_index, input } of why.terms) {
        if (input_layer === name) continue;
        const source = readTrace(trace, input_layer)!;
        expect(input).toBe(source.data[flatIndex(source.shape, input_index)]);
      }
      expectGates(why);
      seen++;
    }
  }
  return seen;
}

describe('explain and the engine agree, on wasm', () => {
  const session = openSession();
  let seen = 0;
  test.each([...layerCases, ...stackCases])('$name', async (sequence) => {
    const { session: engine, build } = await session;
    if ((await engine.backend()).name !== 'wasm') await engine.setBackend('wasm');
    const { network, weights, input } = opened(sequence);
    const { trace } = await build(documentOf(sequence), weights, input);
    seen += expectExplained(network, trace, weights, 17);
  });

  test('500 cells in all', () => {
    expect(seen).toBeGreaterThanOrEqual(500);
  });
});
