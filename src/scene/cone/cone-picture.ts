import { type ConeLevel, type ConeSteps, fedBy, readBy } from '../../model/cone.ts';
import type { Focus } from '../../model/document.ts';
import type { Ink, Mark, Picture, Target } from '../marks.ts';
import { footMarks, labelMarks } from './cone-labels.ts';
import { areaMarks, countOf, type Look, lineMarks, linesOf, upLines } from './cone-lines.ts';
import { type ConeRequest, planOf, visible } from './cone-plan.ts';
import { hitMarks, restMarks, stepMarks } from './cone-steps.ts';

const MOST_LINES = 2400;
/** So many lines of the whole network are drawn behind the cone. */
const MOST_FAINT = 700;

/** A level's cell at a step: of the channel and feature looked at, where it has them. */
function cellAt(level: ConeLevel, step: number, like: Focus, network: readonly number[]): Target {
  const index = network.map((size, axis) =>
    axis === level.axis
      ? step
      : like.index.length === network.length
        ? Math.min(size - 1, like.index[axis]!)
        : 0,
  );
  return { type: 'cell', layer: level.name, index };
}

/** Which level and step a cell is, where it is one of the cone's. */
function placeOf(
  { cone, focus }: ConeRequest,
  cell: Focus | undefined,
): readonly [number, number] | undefined {
  if (!cell) return undefined;
  const top = cone.levels.length - 1;
  if (cell.layer === focus.layer && cell.index.length === focus.index.length)
    return [top, cell.index[cone.axis]!];
  const level = cone.levels.findIndex(({ name }) => name === cell.layer);
  const step = level < 0 ? undefined : cell.index[cone.levels[level]!.axis];
  return step === undefined || step >= cone.levels[level]!.size ? undefined : [level, step];
}

/**
 * The receptive cone: a row a layer from the input up, a dot a step, lines to what a step reads, padding hatched. A
 * step that is pointed at shows what it reads below and what it feeds above. Wide cones are areas and runs of steps.
 */
export function conePicture(request: ConeRequest & { readonly inputShape: readonly number[] }): Picture {
  const { cone, focus, width, height, inputShape } = request;
  const top = cone.levels.length - 1;
  const step = Math.min(cone.levels[top]!.size - 1, focus.index[cone.axis] ?? 0);
  const tree = readBy(cone, top, step);
  const plan = planOf(request, tree);
  const { rows } = plan;
  const hovered = placeOf(request, request.hover);
  const other = hovered && (hovered[0] !== top || hovered[1] !== step) ? hovered : undefined;
  const drawn = plan.dots && countOf(plan, tree.steps) <= MOST_LINES;
  const marks: Mark[] = [];

  const seen = rows.map((row) => {
    const [first, last] = visible(row, plan);
    return Array.from({ length: Math.min(last - first + 1, MOST_FAINT) }, (_, at) => first + at);
  });
  if (drawn && countOf(plan, seen) <= MOST_FAINT) {
    const points = linesOf(plan, seen, true).inside;
    if (points.length > 0) marks.push({ type: 'path', points, stroke: 'line', strokeWidth: 1, opacity: 0.5 });
  }
  const look = (ink: Ink, strong: boolean): Look => ({
    ink,
    width: strong ? 1.5 : 1,
    opacity: strong ? 0.85 : 0.3,
  });
  if (drawn) marks.push(...lineMarks(linesOf(plan, tree.steps), look('accent', !other)));
  else marks.push(...areaMarks(plan, tree.steps, tree.padding, 'accent-soft', other ? 0.4 : 0.8));

  const down = other && readBy(cone, ...other);
  const up = other && fedBy(cone, ...other);
  const none: ConeSteps = rows.map(() => []);
  if (down && up) {
    const feeds = up.map((steps, row) => (row > other[0] ? steps : []));
    if (plan.dots && countOf(plan, down.steps) + countOf(plan, feeds) <= MOST_LINES) {
      marks.push(...lineMarks(linesOf(plan, down.steps), look('accent', true)));
      marks.push(...lineMarks({ inside: upLines(plan, up), padding: [] }, look('second', true)));
    } else {
      marks.push(...areaMarks(plan, down.steps, down.padding, 'accent-soft', 0.9));
      marks.push(...areaMarks(plan, up, none, 'second', 0.18));
    }
  }

  const padding = down?.padding ?? tree.padding;
  rows.forEach((row, at) => {
    marks.push(...restMarks(plan, row, padding[at]!));
    if (down && up) {
      marks.push(...stepMarks(plan, row, tree.steps[at]!, 'accent-soft'));
      marks.push(...stepMarks(plan, row, at > other[0] ? up[at]! : [], 'second'));
      marks.push(...stepMarks(plan, row, down.steps[at]!, 'accent'));
    } else marks.push(...stepMarks(plan, row, tree.steps[at]!, 'accent'));
  });
  marks.push(...stepMarks(plan, rows[top]!, [step], 'accent', 1.5));
  if (other) marks.push(...stepMarks(plan, rows[other[0]]!, [other[1]], 'ink', 0.5));
  marks.push(...labelMarks(request, plan), ...footMarks(request, plan, tree.padding[0]!));

  const between = rows.length > 1 ? rows[0]!.y - rows[1]!.y : 40;
  rows.forEach((row, at) => {
    const { level } = row;
    const own = at === top;
    const shape = level.layer?.outputShape ?? inputShape;
    const target = (place: number): Target =>
      own
        ? { type: 'cell', layer: focus.layer, index: focus.index.with(cone.axis, place) }
        : cellAt(level, place, focus, shape);
    marks.push(...hitMarks(plan, row, target, Math.min(28, between)));
  });
  return { width, height, marks };
}
