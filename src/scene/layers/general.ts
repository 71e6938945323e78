import { combine, biasOf as constantOf, termsOf, type ValuedTerm } from '../../model/derivation.ts';
import type { Derivation } from '../../model/layers/definition.ts';
import { generalText } from '../../text/layers/general.ts';
import { formatCount, formatNumber } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import { caption, cell, moved, operator } from '../lens/draw.ts';
import { type Flow, flowColumn, flowRow } from '../lens/flow.ts';
import { leftSide, plain, shapeFormula, signed, sizeFormula, weightsFormula } from '../lens/formula.ts';
import type { FormulaPart, LayerScene, LensContext } from '../lens/request.ts';
import { softmaxBlock, softmaxFormula } from '../lens/softmax.ts';
import { rowsHeight, rowsWidth, type Terms, termRows, termTarget, winnerOf } from '../lens/term-rows.ts';
import { activationOf, outputValue, preValue, strongestOf } from '../lens/values.ts';
import type { Mark, Target } from '../marks.ts';

const FLOW_WIDTH = 158;
/** Of a row from the sum to the output, where the room is low, and of the terms before it. */
const ROW_WIDTH = 400;
const LEAST_TERMS = 260;
const GAP = 36;
const NARROW = 520;
/** A single input that only passes on stands large. */
const LARGE = 52;
const MOST_IN_FORMULA = 3;

/** Everything about the cell: how it is derived, its terms with their numbers, and what they come to. */
interface Derived extends Terms {
  readonly derivation: Derivation;
  readonly pre: number;
  readonly constant: number | undefined;
}

function derived(context: LensContext): Derived {
  const { node, weights, layer, index, sources } = context;
  const own = weights.get(layer) ?? [];
  const inputs = sources.map(({ shape, data }) => ({ shape, data }));
  const derivation = node.definition.derive(node.config, node.inputShapes, index, { inputs, weights: own });
  const all = termsOf(derivation, inputs, own);
  const { reduction } = derivation;
  return {
    derivation,
    all,
    reduction,
    pre: combine(derivation, all, own),
    constant: constantOf(derivation, own),
  };
}

/** Sum (or what else the terms come to), what is added, and where that leads. */
function flowOf({ layer }: LensContext, { derivation, all, constant, pre, reduction }: Derived): Flow {
  const products = all.some(({ weight }) => weight !== undefined);
  const { result } = generalText;
  const sum = reduction === 'sum' && products ? result.products : result[reduction];
  const target: Target | undefined = derivation.bias && {
    type: 'weight',
    layer,
    weight: derivation.bias.name,
    index: derivation.bias.index,
  };
  return {
    sum: pre - (reduction === 'sum' || reduction === 'mean' ? (constant ?? 0) : 0),
    bias: constant === undefined ? undefined : { value: constant, ...(target && { target }) },
    words: { sum, bias: derivation.bias?.name ?? generalText.constant },
  };
}

/** One input cell that becomes the output, with what it is called. */
function passed(context: LensContext, term: ValuedTerm): Mark[] {
  const { width, height, trace, layer, index } = context;
  const gap = Math.min(160, width * 0.3);
  const left = (width - 2 * LARGE - gap) / 2;
  const y = (height - LARGE) / 2;
  const right = left + LARGE + gap;
  const own: Target = { type: 'cell', layer, index };
  const source = context.sources[term.term.input]!.name;
  const names = { anchor: 'middle', size: 10 } as const;
  const name = `${source}[${term.term.inputIndex.join(', ')}]`;
  return [
    cell(left, y, LARGE, term.input, layerScale(trace, source), { target: termTarget(context, term) }),
    caption(left + LARGE / 2, y - 10, name, names),
    operator(width / 2, height / 2, '→'),
    cell(right, y, LARGE, outputValue(context), layerScale(trace, layer), { target: own, outline: 'accent' }),
    caption(right + LARGE / 2, y - 10, `${layer}[${index.join(', ')}]`, names),
  ];
}

function drawing(context: LensContext, terms: Derived): Mark[] {
  const { width, height } = context;
  const { name, apply } = activationOf(context);
  const [only] = terms.all;
  const bare = terms.constant === undefined && name === 'linear' && only?.weight === undefined;
  if (only && terms.all.length === 1 && bare) return passed(context, only);
  const flow = flowOf(context, terms);
  const column = flowColumn(context, flow, FLOW_WIDTH);
  const low = apply !== undefined && column.height > height;
  if (low && only && width >= ROW_WIDTH + LEAST_TERMS) {
    const row = flowRow(context, flow, ROW_WIDTH);
    const left = width - ROW_WIDTH - GAP;
    const top = Math.max(0, (height - rowsHeight(terms, height)) / 2);
    return [
      ...moved(termRows(context, terms, left, height), 0, top),
      ...moved(row.marks, width - ROW_WIDTH, (height - row.height) / 2),
    ];
  }
  if (width < NARROW || low) {
    const row = flowRow(context, flow, width);
    const room = height - row.height - 24;
    const soft = apply ? undefined : softmaxBlock(context, width, Math.min(240, room * 0.5));
    const above = room - (soft ? soft.height + 12 : 0);
    const used = only ? rowsHeight(terms, above) : 20;
    const block = [
      ...rowsOrNone(context, terms, width, above),
      ...moved(row.marks, 0, used + 24),
      ...(soft ? moved(soft.marks, 0, used + row.height + 44) : []),
    ];
    const whole = used + 24 + row.height + (soft ? soft.height + 20 : 0);
    return moved(block, 0, Math.max(0, (height - whole) / 2));
  }
  const across = rowsWidth(context, terms, width - FLOW_WIDTH - GAP);
  const soft = apply ? undefined : softmaxBlock(context, width, Math.max(120, height - column.height - 24));
  const room = soft ? height - soft.height - 16 : height;
  const left = Math.max(0, (width - across - GAP - FLOW_WIDTH) / 2);
  const used = only ? rowsHeight(terms, room) : 20;
  return [
    ...moved(rowsOrNone(context, terms, across, room), left, Math.max(0, (room - used) / 2)),
    ...moved(column.marks, left + across + GAP, Math.max(0, (room - column.height) / 2)),
    ...(soft ? moved(soft.marks, 0, room + 16) : []),
  ];
}

function rowsOrNone(context: LensContext, terms: Derived, width: number, height: number): Mark[] {
  if (terms.all.length > 0) return termRows(context, terms, width, height);
  return [caption(0, 14, generalText.none)];
}

const SIGNS = { sum: ' + ', mean: ' + ', max: ', ', min: ', ', product: ' × ', identity: ', ' } as const;

function termPart(context: LensContext, term: ValuedTerm): FormulaPart {
  const { weight, input } = term;
  const text =
    weight === undefined
      ? signed(input)
      : term.term.chooses
        ? signed(weight)
        : `${signed(input)}×${signed(weight)}`;
  return { text, tone: 'term', target: termTarget(context, term) };
}

/** `y[3, 4] = relu( 0.21×0.50 + … (72 terms) + 0.02 ) = relu(0.85) = 0.85`, in the words of how the terms combine. */
function formulaOf(context: LensContext, terms: Derived): FormulaPart[] {
  const { layer, index } = context;
  const { all, reduction, constant, derivation } = terms;
  const { name, apply } = activationOf(context);
  const applied = name !== 'linear';
  const winner = winnerOf(terms);
  const rest = all.filter((term) => term !== winner);
  const sizes = rest.map(({ product }) => product);
  const chosen = strongestOf(sizes, MOST_IN_FORMULA - (winner ? 1 : 0)).map((at) => rest[at]!);
  const shown = all.length <= MOST_IN_FORMULA ? all : [...(winner ? [winner] : []), ...chosen];
  const wrapped = reduction === 'max' || reduction === 'min';
  const parts = leftSide(layer, index);
  if (applied) parts.push(plain(`${name}( `));
  if (wrapped) parts.push(plain(`${reduction}(`));
  shown.forEach((term, at) => {
    if (at > 0) parts.push(plain(SIGNS[reduction]));
    parts.push(termPart(context, term));
  });
  if (all.length > shown.length) parts.push(plain(`${SIGNS[reduction]}… (${formatCount(all.length)})`));
  if (all.length === 0) parts.push(plain('0'));
  if (wrapped) parts.push(plain(')'));
  if (constant !== undefined) {
    const { bias } = derivation;
    const target: Target | undefined = bias && {
      type: 'weight',
      layer,
      weight: bias.name,
      index: bias.index,
    };
    parts.push(plain(' + '), { text: signed(constant), tone: 'bias', ...(target && { target }) });
  }
  if (applied && apply)
    parts.push(plain(` ) = ${name}(`), { text: formatNumber(preValue(context)), tone: 'pre' }, plain(')'));
  else if (applied) return [...parts, plain(' ), '), ...softmaxFormula(context, name)];
  return [...parts, plain(' = '), { text: formatNumber(outputValue(context)), tone: 'output' }];
}

function sizeOf({ node }: LensContext): FormulaPart[] {
  const windows = node.definition.windows?.(node.config, node.inputShapes) ?? [];
  const sliding = windows.filter(({ kernel, stride }) => kernel > 1 || stride > 1);
  const spatial =
    windows.length === node.outputShape.length - 1 && windows.length === node.inputShapes[0]!.length - 1;
  if (spatial && sliding.length > 0 && windows.every(({ output, size }) => output > 0 && size > 0)) {
    const changes = sliding.some(({ size, output }) => size !== output);
    return changes ? sizeFormula(windows) : [];
  }
  return shapeFormula(node.inputShapes, node.outputShape);
}

/** A layer without a picture of its own: the cell's terms, each with what it is multiplied by, and what becomes of them. */
export const generalScene: LayerScene = {
  lens(context) {
    const terms = derived(context);
    const { width, height, node } = context;
    return {
      picture: { width, height, marks: drawing(context, terms) },
      formula: formulaOf(context, terms),
      size: sizeOf(context),
      params: weightsFormula(node.weights),
    };
  },
};
