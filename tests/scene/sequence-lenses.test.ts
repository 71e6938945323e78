import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { flatIndex, indexAt, sizeOf } from '../../src/base/tensor.ts';
import { type Explanation, explain } from '../../src/model/explain.ts';
import { forward } from '../../src/model/forward.ts';
import { readTrace } from '../../src/model/read-trace.ts';
import type { Trace } from '../../src/model/trace.ts';
import { formatCount, formatNumber } from '../../src/scene/format.ts';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import type { CellMark, Target } from '../../src/scene/marks.ts';
import { layerCases, opened, stackCases } from '../model/sequence-cases.ts';

/** Cells of each layer that are looked at. */
const CELLS = 8;

const SIZES = [
  { width: 900, height: 700 },
  { width: 360, height: 640 },
];

/** What a cell of the lens that stands for a cell of a tensor may show: its number, or what one of the terms makes of it. */
function shownFor(
  { layer, index }: Extract<Target, { type: 'cell' }>,
  why: Explanation,
  trace: Trace,
): number[] {
  const tensor = readTrace(trace, layer)!;
  const terms = why.terms.filter(
    (term) => term.input_layer === layer && String(term.input_index) === String(index),
  );
  const at = flatIndex(tensor.shape, index);
  // A softmax shows what it is made of.
  const pre = trace.layers.get(layer)?.pre?.data[at];
  return [
    tensor.data[at]!,
    ...terms.flatMap(({ product }) => product ?? []),
    ...(pre === undefined ? [] : [pre]),
  ];
}

/** A recurrent unit's gates and states at its step. */
function gateNumbers({ gates }: Explanation): number[] {
  if (!gates) return [];
  const { hidden, cell, gates: by } = gates;
  const each = Object.values(by).flatMap(({ pre_activation, value }) => [pre_activation, value]);
  return [...each, hidden.after, ...(cell ? [cell.before, cell.after] : [])];
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-5 * Math.max(1, Math.abs(other));
}

describe('the lens shows the numbers that explain gives', () => {
  test.each([...layerCases, ...stackCases])('$name', (sequence) => {
    const { network, weights, input } = opened(sequence);
    const trace = forward(network, weights, input);
    const random = createRandom(31, 'cells');
    for (const layer of network.layers) {
      for (const cell of random.permutation(sizeOf(layer.outputShape)).slice(0, CELLS)) {
        const index = indexAt(layer.outputShape, cell);
        const why = explain(network, trace, weights, layer.name, index);
        for (const size of SIZES) {
          const lens = lensPicture({ network, trace, weights, layer: layer.name, index, ...size });
          const outputs = lens.formula.filter(({ tone }) => tone === 'output');
          expect(outputs.at(-1)!.text).toBe(formatNumber(why.output));
          for (const { tone, text } of lens.formula) {
            if (tone === 'pre') expect(text).toBe(formatNumber(why.pre_activation!));
            if (tone === 'bias' && why.bias !== undefined)
              expect(text.replace(/[()]/g, '')).toBe(formatNumber(why.bias));
          }
          if (layer.params > 0)
            expect(lens.params.map(({ text }) => text).join('')).toContain(formatCount(layer.params));
          const cells = lens.picture.marks.filter((mark): mark is CellMark => mark.type === 'cell');
          if (![why.op, layer.definition.operation].includes('recurrent'))
            for (const { target, value, padding } of cells) {
              if (target?.type !== 'cell' || padding) continue;
              expect(shownFor(target, why, trace).some((number) => isNear(value, number))).toBe(true);
            }
          for (const number of size.width > 400 ? gateNumbers(why) : [])
            expect(cells.some(({ value }) => isNear(value, number))).toBe(true);
        }
      }
    }
  });
});
