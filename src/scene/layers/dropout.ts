import { flatIndex } from '../../base/tensor.ts';
import type { BaseConfig } from '../../model/layers/definition.ts';
import { dropoutText } from '../../text/layers/dropout.ts';
import { formatNumber, formatPercent } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import { caption, cell, grid } from '../lens/draw.ts';
import { leftSide, plain } from '../lens/formula.ts';
import type { LayerScene, LensContext } from '../lens/request.ts';
import type { Mark, Target } from '../marks.ts';

const CELL = 52;
const GAP = 64;

function rateOf(config: BaseConfig): number {
  return 'rate' in config && typeof config.rate === 'number' ? config.rate : 0;
}

function drawing(context: LensContext, input: number): Mark[] {
  const { node, source, layer, index, width, height, trace } = context;
  const rate = rateOf(node.config);
  const factor = rate < 1 ? 1 / (1 - rate) : 0;
  const scale = layerScale(trace, source.name);
  const left = Math.max(0, (width - 2 * CELL - GAP - 220) / 2);
  const middle = height / 2;
  const right = left + CELL + GAP;
  const line = 96;
  const from: Target = { type: 'cell', layer: source.name, index };
  const to: Target = { type: 'cell', layer, index };
  const marks: Mark[] = [
    grid(left, middle - CELL / 2, 1, 1, CELL),
    cell(left, middle - CELL / 2, CELL, input, scale, { target: from }),
  ];
  const reason = `1 / (1 − ${rate}) = ${formatNumber(factor)}`;
  const outcomes = [
    { text: dropoutText.kept(formatPercent(1 - rate), reason), value: input * factor, own: false },
    { text: dropoutText.now, value: input, own: true },
    { text: dropoutText.dropped(formatPercent(rate)), value: 0, own: false },
  ];
  outcomes.forEach(({ text, value, own }, at) => {
    const y = middle + (at - 1) * line - CELL / 2;
    const points = [left + CELL + 4, middle, right - 5, y + CELL / 2];
    const stroke = own
      ? ({ stroke: 'accent', strokeWidth: 2 } as const)
      : ({ stroke: 'muted', strokeWidth: 1.25, dash: [4, 3] } as const);
    marks.push({ type: 'path', points, curve: 'smooth', ...stroke });
    marks.push(grid(right, y, 1, 1, CELL));
    marks.push(cell(right, y, CELL, value, scale, own ? { target: to, outline: 'accent' } : {}));
    const style = own ? ({ ink: 'ink', weight: 600 } as const) : {};
    if (width < 460) marks.push(caption(right, y + CELL + 16, text, { ...style, size: 10 }));
    else marks.push(caption(right + CELL + 16, y + CELL / 2 + 4, text, style));
  });
  return marks;
}

/** Identity now; what training would do to the cell, and how likely it is. */
export const dropoutScene: LayerScene = {
  lens(context) {
    const { source, index, layer, width, height } = context;
    const input = source.data[flatIndex(source.shape, index)]!;
    const target: Target = { type: 'cell', layer: source.name, index };
    return {
      picture: { width, height, marks: drawing(context, input) },
      formula: [
        ...leftSide(layer, index),
        { text: `x[${index.join(', ')}]`, tone: 'term', target },
        plain(' = '),
        { text: formatNumber(input), tone: 'output' },
      ],
      size: [],
      params: [],
    };
  },
};
