import { sameJson } from '../../base/json.ts';
import { flatIndex, type Shape, stridesOf } from '../../base/tensor.ts';
import { axisMeanings } from '../../model/axis-meaning.ts';
import type { Axis } from '../../model/layers/axis-parts.ts';
import { reshapedAxes } from '../../model/layers/axis-parts.ts';
import { permuteLike, permuting, type Rearranging, reshaping } from '../../model/layers/rearranging.ts';
import { axesText } from '../../text/layers/axes.ts';
import { formatCount, formatNumber, formatShape } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import { axisWords, cellWords } from '../lens/axis-words.ts';
import { moved, paragraph } from '../lens/draw.ts';
import { leftSide, plain, shapeFormula } from '../lens/formula.ts';
import { gridLinks, placedGrids } from '../lens/grid-arrangement.ts';
import { GRID_HEAD, gridMarks, gridPlan, type NumberGrid } from '../lens/number-grid.ts';
import type { FormulaPart, LayerScene, LensContext } from '../lens/request.ts';
import { traceBack } from '../lens/trace-back.ts';
import { outputValue } from '../lens/values.ts';
import type { Ink, Target } from '../marks.ts';

const LINE = 15;
/** More cells that go together than these are not marked one by one. */
const MOST_TOGETHER = 40;
const INKS: readonly Ink[] = ['second', 'ink', 'accent', 'negative', 'positive'];

/** Everything that the picture says: the layer, the other of the two, where the cell comes from and stands. */
interface Told {
  readonly own: Rearranging;
  readonly other: Rearranging | undefined;
  readonly from: readonly number[];
  readonly isPermute: boolean;
  readonly read: readonly Axis[];
}

const place = (name: string, index: readonly number[]) => `${name}[${index.join(', ')}]`;

function axesRead({ network, source, node }: LensContext): readonly Axis[] {
  const known = axisMeanings(network).get(source.name);
  const own = node.inputShapes[0]!;
  if (known?.length === own.length) return known;
  // Inside a TimeDistributed the first axis is the slice.
  return known?.slice(known.length - own.length) ?? own.map((size) => ({ size, parts: [] }));
}

function told(context: LensContext): Told {
  const { node, index } = context;
  const [input] = node.inputShapes;
  const { dims } = node.config as { readonly dims?: readonly number[] };
  const own = dims ? permuting(input!, dims) : reshaping(input!, node.outputShape);
  const [term] = node.definition.derive(node.config, node.inputShapes, index).terms;
  const turned = dims?.filter((axis) => input![axis - 1]! > 1);
  const rearranges = turned?.some((axis, at) => at > 0 && axis < turned[at - 1]!);
  const other = dims
    ? rearranges
      ? reshaping(input!, node.outputShape)
      : undefined
    : permuteLike(input!, node.outputShape);
  return { own, other, from: term!.inputIndex, isPermute: dims !== undefined, read: axesRead(context) };
}

/** Strides of a rearrangement's axes in the input's data. */
function stridesIn({ placeOf, shape }: Rearranging, input: Shape, isPermute: boolean): readonly number[] {
  const natural = stridesOf(shape);
  if (!isPermute) return natural;
  const strides = shape.map(() => 0);
  for (const [axis, stride] of stridesOf(input).entries()) {
    const unit = input.map((_, at) => (at === axis ? 1 : 0));
    const moves = placeOf(unit).indexOf(1);
    if (moves >= 0) strides[moves] = stride;
  }
  return strides;
}

/** The input's cells that share the traced one's place along its first axis. */
function sharing(input: Shape, from: readonly number[]): readonly (readonly number[])[] {
  const [first, second] = input.flatMap((size, axis) => (size > 1 ? [axis] : []));
  if (first === undefined || second === undefined || input[second]! > MOST_TOGETHER) return [];
  return Array.from({ length: input[second]! }, (_, at) => from.with(second, at)).filter(
    (index) => String(index) !== String(from),
  );
}

function gridsOf(context: LensContext, { own, other, from, isPermute, read }: Told): NumberGrid[] {
  const { node, source, layer, trace } = context;
  const input = node.inputShapes[0]!;
  const scale = layerScale(trace, source.name);
  const row = sharing(input, from);
  const target = (index: readonly number[]): Target => ({ type: 'cell', layer, index: own.placeOf(index) });
  const inksOf = (axes: readonly Axis[]): Ink[] =>
    axes.map((axis) => {
      const at = read.findIndex((known) => sameJson(known, axis));
      return at < 0 ? 'muted' : INKS[at % INKS.length]!;
    });
  const inverse = (rearranging: Rearranging, permutes: boolean) => {
    const strides = stridesIn(rearranging, input, permutes);
    const natural = stridesOf(input);
    return (index: readonly number[]) => {
      const flat = index.reduce((sum, at, axis) => sum + at * strides[axis]!, 0);
      return natural.map((stride, axis) => Math.floor(flat / stride) % input[axis]!);
    };
  };
  const axesOf = (rearranging: Rearranging, permutes: boolean): readonly Axis[] =>
    permutes
      ? rearranging.placeOf(input.map((_, axis) => axis)).map((axis) => read[axis]!)
      : reshapedAxes(read, rearranging.shape);
  const gridOf = (rearranging: Rearranging, permutes: boolean, title: string): NumberGrid => {
    const back = inverse(rearranging, permutes);
    const axes = axesOf(rearranging, permutes);
    return {
      title,
      shape: rearranging.shape,
      axes,
      values: source.data,
      strides: stridesIn(rearranging, input, permutes),
      scale,
      index: rearranging.placeOf(from),
      inks: inksOf(axes),
      targetOf: (index) => target(back(index)),
      together: row.map((index) => rearranging.placeOf(index)),
      read: !permutes,
    };
  };
  const first: NumberGrid = {
    title: `${source.name} ${formatShape(input)}`,
    shape: input,
    axes: read,
    values: source.data,
    strides: stridesOf(input),
    scale,
    index: from,
    inks: inksOf(read),
    targetOf: target,
    together: row,
    read: !isPermute || other !== undefined,
  };
  const result = gridOf(own, isPermute, `${layer} ${formatShape(own.shape)}`);
  return [first, result, ...(other ? [gridOf(other, !isPermute, axesText.otherTitle(other.name))] : [])];
}

/** What each axis means, where the traced cell went, and where the other of the two would have it. */
function linesOf(
  context: LensContext,
  grids: readonly NumberGrid[],
  { own, other, from, read, isPermute }: Told,
): string[] {
  const { source, layer, network, index } = context;
  const [, result] = grids as [NumberGrid, NumberGrid];
  const words = cellWords(read, from);
  const lines = [axesText.traced(place(source.name, from), words, place(layer, own.placeOf(from)))];
  const axis = (at: number) =>
    axesText.axis(formatCount(at + 1), formatCount(own.shape[at]!), axisWords(result.axes[at]!));
  lines.push(`${axesText.meaning} ${own.shape.map((_, at) => axis(at)).join('; ')}`);
  const input = grids[0]!;
  const across = gridPlan(result).across;
  if (!isPermute && across !== undefined && result.axes[across]!.parts.length > 1 && words) {
    // A neighbour in the row that is of another place of the input's first axis says more than words.
    const at = Array.from({ length: own.shape[across]! }, (_, place) => index.with(across, place));
    const pair = at.findIndex((cell, place) => {
      const [one, two] = [cell, at[place + 1]].map((each) => each && result.targetOf(each));
      return one && two && originOf(context, cell)[0] !== originOf(context, at[place + 1]!)[0];
    });
    if (pair >= 0) {
      const [one, two] = [at[pair]!, at[pair + 1]!];
      lines.push(
        axesText.neighbours(
          place(layer, one),
          cellWords(read, originOf(context, one)),
          place(layer, two),
          cellWords(read, originOf(context, two)),
        ),
      );
    }
  }
  if (other) {
    const there = other.placeOf(from);
    const squeezed = (at: readonly number[], shape: Shape) => at.filter((_, axis) => shape[axis]! > 1);
    const same = String(squeezed(there, other.shape)) === String(squeezed(own.placeOf(from), own.shape));
    lines.push(axesText.other(other.name, `[${there.join(', ')}]`) + (same ? axesText.sameHere : ''));
  }
  const row = cellWords(read, from).split(', ')[0];
  if (input.together.length > 0)
    lines.push([...(row ? [axesText.together(row)] : []), axesText.reading].join('; '));
  const chain =
    network.byName.get(layer)?.outputShape.length === index.length ? traceBack(network, layer, index) : [];
  if (chain.length > 1) lines.push(axesText.back(chain.join(' ← ')));
  return lines;
}

function originOf({ node }: LensContext, index: readonly number[]): readonly number[] {
  return node.definition.derive(node.config, node.inputShapes, index).terms[0]!.inputIndex;
}

function formulaOf(context: LensContext, { from, isPermute }: Told): FormulaPart[] {
  const { layer, index, source, node } = context;
  const target: Target = { type: 'cell', layer: source.name, index: from };
  const parts = [
    ...leftSide(layer, index),
    { text: place(source.name, from), tone: 'term' as const, target },
    plain(' = '),
  ];
  parts.push({ text: formatNumber(outputValue(context)), tone: 'output' });
  if (isPermute) return parts;
  const count = (shape: Shape, at: readonly number[]) =>
    at.reduce(
      (text, place, axis) =>
        axis === 0 ? `${place}` : `${axis > 1 ? `(${text})` : text}×${shape[axis]} + ${place}`,
      '',
    );
  const flat = formatCount(flatIndex(node.outputShape, index));
  return [
    ...parts,
    plain(axesText.number(flat, count(node.inputShapes[0]!, from), count(node.outputShape, index))),
  ];
}

/** Reshape and Permute: the same numbers under the old axes and the new, one of them traced, beside the other of the two. */
export const rearrangedScene: LayerScene = {
  lens(context) {
    const { width, height, node } = context;
    const all = told(context);
    const grids = gridsOf(context, all);
    const text = paragraph(linesOf(context, grids, all), width, LINE);
    const room = Math.max(80, height - text.height - 12);
    const spots = placedGrids(grids, width, room);
    const drawn = spots.flatMap((spot) =>
      moved(gridMarks(spot.grid, spot.width, spot.height, spot.room), spot.x, spot.y),
    );
    const bottom = Math.max(
      ...spots.map(({ grid, y, height: size }) => y + GRID_HEAD + gridPlan(grid).rows * size),
    );
    return {
      picture: {
        width,
        height,
        marks: [...drawn, ...gridLinks(spots), ...moved(text.marks, 0, bottom + 10)],
      },
      formula: formulaOf(context, all),
      size: shapeFormula(node.inputShapes, node.outputShape),
      params: [],
    };
  },
};
