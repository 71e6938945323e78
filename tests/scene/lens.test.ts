import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexAt, sizeOf } from '../../src/base/tensor.ts';
import { explain } from '../../src/model/explain.ts';
import { formatCount, formatNumber } from '../../src/scene/format.ts';
import { targetAt } from '../../src/scene/hit.ts';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import type { LensPicture } from '../../src/scene/lens/request.ts';
import { networks, type Traced, traced } from './random-network.ts';

interface Opened extends Traced {
  readonly layer: string;
  readonly index: readonly number[];
}

const opened: fc.Arbitrary<Opened> = fc.tuple(networks, fc.nat(), fc.nat()).map(([network, which, cell]) => {
  const layer = network.layers[which % network.layers.length]!;
  const index = indexAt(layer.outputShape, cell % sizeOf(layer.outputShape));
  return { ...traced(network), layer: layer.name, index };
});

const room = fc.record({
  width: fc.integer({ min: 320, max: 900 }),
  height: fc.integer({ min: 280, max: 700 }),
});

function line(parts: LensPicture['formula']): string {
  return parts.map((part) => part.text).join('');
}

describe('any cell of any network', () => {
  test('the formula ends in the output and names the number of products, the bias and the pre-activation', () => {
    fc.assert(
      fc.property(opened, room, (cell, size) => {
        const lens = lensPicture({ ...cell, ...size });
        const explanation = explain(cell.network, cell.trace, cell.weights, cell.layer, cell.index);
        const formula = line(lens.formula);
        const outputs = lens.formula.filter((part) => part.tone === 'output').map((part) => part.text);
        expect(outputs.at(-1)).toBe(formatNumber(explanation.output));
        if (explanation.op !== 'conv' && explanation.op !== 'dense') return;
        const { terms, bias } = explanation;
        const written = lens.formula.filter((part) => part.tone === 'term').length;
        if (terms.length > written) expect(formula).toContain(`(${formatCount(terms.length)} products)`);
        if (bias !== undefined) {
          const part = lens.formula.find((candidate) => candidate.tone === 'bias')!;
          expect(part.text.replace(/[()]/g, '')).toBe(formatNumber(bias));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the size and the parameters that are written are those of the network', () => {
    fc.assert(
      fc.property(opened, room, (cell, size) => {
        const lens = lensPicture({ ...cell, ...size });
        const layer = cell.network.byName.get(cell.layer)!;
        if (layer.params > 0)
          expect(line(lens.params)).toMatch(new RegExp(`= ${formatCount(layer.params)}$`));
        else expect(lens.params).toEqual([]);
        const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
        const flat = layer.outputShape.length === 1;
        for (const window of windows ?? []) {
          const said = flat ? `out = ${layer.outputShape[0]}:` : ` + 1 = ${window.output}`;
          expect(line(lens.size)).toContain(said);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the same request gives the same picture, of the size asked for, with finite places', () => {
    fc.assert(
      fc.property(opened, room, (cell, size) => {
        const lens = lensPicture({ ...cell, ...size });
        expect(lensPicture({ ...cell, ...size })).toEqual(lens);
        expect([lens.picture.width, lens.picture.height]).toEqual([size.width, size.height]);
        for (const mark of lens.picture.marks) {
          if (mark.type === 'path') continue;
          expect(Number.isFinite(mark.x) && Number.isFinite(mark.y)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the middle of every cell that can be asked why answers with its own target', () => {
    fc.assert(
      fc.property(opened, room, (cell, size) => {
        const { picture } = lensPicture({ ...cell, ...size });
        for (const mark of picture.marks) {
          if (mark.type !== 'cell' || !mark.target) continue;
          const found = targetAt(picture, mark.x + mark.size / 2, mark.y + mark.size / 2);
          expect(found).toEqual(mark.target);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every cell of the window, and the weight on it, can be asked', () => {
    fc.assert(
      fc.property(opened, (cell) => {
        const explanation = explain(cell.network, cell.trace, cell.weights, cell.layer, cell.index);
        if (explanation.op !== 'conv' || explanation.terms.length > 9) return;
        const { picture } = lensPicture({ ...cell, width: 900, height: 700 });
        const targets = picture.marks.map((mark) => mark.target);
        for (const term of explanation.terms) {
          const { input_layer: layer, input_index: index } = term;
          expect(targets).toContainEqual({ type: 'cell', layer, index });
          expect(targets).toContainEqual({
            type: 'weight',
            layer: cell.layer,
            weight: 'kernel',
            index: term.weight_index,
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
