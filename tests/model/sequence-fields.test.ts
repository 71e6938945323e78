import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { indexAt, sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { forward } from '../../src/model/forward.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network, NetworkLayer } from '../../src/model/network.ts';
import type { Trace, Weights } from '../../src/model/trace.ts';
import { layerCases, opened, type SequenceCase, stackCases } from './sequence-cases.ts';

/** Weights that are far from zero: nothing that a cell sees is lost in rounding. */
function weightsOf(network: Network): Weights {
  const random = createRandom(23, 'weights');
  const far = () => random.uniform(0.2, 0.6) * (random.bits() % 2 ? 1 : -1);
  return new Map(
    [...initialWeights(network, 1)].map(([layer, list]) => [
      layer,
      list.map((weight) => ({
        ...weight,
        data: weight.data.map((value) => (weight.name.startsWith('moving') ? value : far())),
      })),
    ]),
  );
}

/**
 * The input with one cell changed: so far up, and down where there are maxima, that any maximum becomes another, or to
 * every other word. All else that the cases are made of rises or falls throughout.
 */
function changes({ layers, words }: SequenceCase, input: Tensor, cell: number): Tensor[] {
  const value = input.data[cell]!;
  const far = /Max|relu/.test(JSON.stringify(layers)) ? [value + 40, value - 40] : [value + 40];
  const values = words ? Array.from({ length: words }, (_, word) => word) : far;
  return values.map((other) => ({ ...input, data: input.data.with(cell, other) }));
}

/** By layer and output cell, the input cells that change it. */
function found(sequence: SequenceCase, network: Network): Map<string, Set<number>[]> {
  const weights = weightsOf(network);
  const { input } = opened(sequence);
  const before = forward(network, weights, input);
  const sets = new Map(
    network.layers.map(({ name, outputShape }) => [
      name,
      Array.from({ length: sizeOf(outputShape) }, () => new Set<number>()),
    ]),
  );
  const note = (after: Trace, changed: number) => {
    for (const [name, cells] of sets) {
      const [one, other] = [before, after].map((trace) => trace.layers.get(name)!.output.data) as [
        Float32Array,
        Float32Array,
      ];
      cells.forEach((set, cell) => {
        if (one[cell] !== other[cell]) set.add(changed);
      });
    }
  };
  for (let cell = 0; cell < input.data.length; cell++)
    for (const changed of changes(sequence, input, cell)) note(forward(network, weights, changed), cell);
  return sets;
}

/** From the first to the last of the cells along each axis but the last; the widest of all output cells. */
function extents(cells: readonly Set<number>[], shape: readonly number[], axes: number): number[] {
  return Array.from({ length: axes }, (_, axis) =>
    Math.max(
      ...cells.map((set) => {
        const along = [...set].map((cell) => indexAt(shape, cell)[axis]!);
        return along.length === 0 ? 0 : Math.max(...along) - Math.min(...along) + 1;
      }),
    ),
  );
}

describe('receptive fields are those found by changing the input cell by cell', () => {
  test.each([...layerCases, ...stackCases])('$name', (sequence) => {
    const { network } = opened(sequence);
    const sets = found(sequence, network);
    const fields = (layer: NetworkLayer) => layer.receptiveField;
    const axes = fields(network.layers[0]!).length;
    expect(network.layers.map(fields)).toEqual(
      network.layers.map(({ name }) => extents(sets.get(name)!, sequence.input, axes)),
    );
  });
});
