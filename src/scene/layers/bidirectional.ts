import { type BidirectionalConfig, directionsOf, valuesByDirection } from '../../model/layers/directions.ts';
import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatCount, formatNumber } from '../format.ts';
import { caption, moved } from '../lens/draw.ts';
import { leftSide, plain } from '../lens/formula.ts';
import { recurrentLens, recurrentParams } from '../lens/recurrent-lens.ts';
import type { FormulaPart, LayerScene, LensContext } from '../lens/request.ts';
import { type Lane, type Unrolling, unrollingOf } from '../lens/unrolling.ts';
import { outputValue } from '../lens/values.ts';

const HEAD = 18;

function lanesOf(context: LensContext): readonly [Lane, Lane] {
  const { node, sources, weights, layer } = context;
  const config = node.config as BidirectionalConfig;
  const directions = directionsOf(config);
  const inputs = sources.map(({ shape, data }) => ({ shape, data }));
  const byDirection = valuesByDirection(directions, { inputs, weights: weights.get(layer) ?? [] });
  const second = config.merge_mode === 'concat' ? directions[0].config.units : 0;
  const lane = (at: 0 | 1): Lane => ({
    definition: directions[at].definition,
    config: directions[at].config,
    values: byDirection[at],
    firstUnit: at === 0 ? 0 : second,
    // The backward layer's steps are put into the order of the forward one's.
    turned: false,
    name: recurrentText.direction[at === 0 ? 'forward' : 'backward'],
  });
  return [lane(0), lane(1)];
}

/** The two directions' hidden states at the steps where both stand in the output. */
function mergedFormula(
  context: LensContext,
  lanes: readonly [Unrolling, Unrolling],
  mode: string,
): FormulaPart[] {
  const numbers = lanes.map(({ unrolled, told, at, unit }) => {
    const moment = told ? unrolled.moments[at]! : unrolled.moments.at(-1)!;
    return formatNumber(moment.states[0]![unit]!);
  });
  const words = recurrentText.merging(mode, numbers[0]!, numbers[1]!);
  const output = { text: formatNumber(outputValue(context)), tone: 'output' } as const;
  return [...leftSide(context.layer, context.index), plain(words), output];
}

/** Both directions: the one that the unit belongs to unrolled, with the way to the other said. */
export const bidirectionalScene: LayerScene = {
  lens(context) {
    const { node, index, height } = context;
    const mode = (node.config as BidirectionalConfig).merge_mode;
    const lanes = lanesOf(context);
    const backward = mode === 'concat' && index.at(-1)! >= lanes[0].config.units;
    const lane = lanes[backward ? 1 : 0];
    const { unrolling, ...lens } = recurrentLens({ ...context, height: height - HEAD }, lane);
    const both = lanes.map((one) => unrollingOf(context, one)) as unknown as readonly [Unrolling, Unrolling];
    const units = lanes.map(({ config }) => formatCount(config.units));
    const head = recurrentText.directions(lane.name!, backward, units[0]!, units[1]!, mode);
    const counts = both.map(recurrentParams);
    const params =
      counts[0]!.text === counts[1]!.text
        ? [plain(`2 × (${counts[0]!.text.split(' = ')[1]}) = ${formatCount(counts[0]!.count * 2)}`)]
        : [
            plain(
              `${counts.map(({ count }) => formatCount(count)).join(' + ')} = ${formatCount(counts[0]!.count + counts[1]!.count)}`,
            ),
          ];
    const merges = mode !== null && mode !== 'concat';
    return {
      ...lens,
      picture: {
        ...lens.picture,
        height,
        marks: [caption(0, 11, head, { ink: 'ink', weight: 600 }), ...moved(lens.picture.marks, 0, HEAD)],
      },
      formula: merges ? mergedFormula(context, both, mode) : lens.formula,
      params,
    };
  },
};
