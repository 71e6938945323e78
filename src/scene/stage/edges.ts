import type { Network } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';
import type { Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { isSignalView } from '../view-of-shape.ts';
import type { StageBand, StageLayout } from './bands.ts';
import { skipKey, skipMark, skipsOf } from './skips.ts';

/** Middle of a side of a map. */
function port(rect: Rect, leaving: boolean): [number, number] {
  return [rect.x + (leaving ? rect.width : 0), rect.y + rect.height / 2];
}

/** Where lines leave and reach a band: a map each; signals over one another have one place. */
function bodyRects({ units, maps, view }: StageBand): Rect[] {
  const rects = units ? [units.rect] : maps.map((slot) => slot.rect);
  const [first] = rects;
  if (!first || !view || !isSignalView(view)) return rects;
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return [{ ...first, height: bottom - first.y }];
}

/** Most lines drawn between two columns; beyond it they would only be a gray area. */
const MOST_EDGES = 160;

/** Where each line of maps ends on a side of its band: what leaves or reaches it passes there. */
function endsOf(rects: readonly Rect[], leaving: boolean): [number, number][] {
  const x = leaving
    ? Math.max(...rects.map((rect) => rect.x + rect.width))
    : Math.min(...rects.map((rect) => rect.x));
  return [...new Set(rects.map((rect) => rect.y + rect.height / 2))].map((y) => [x, y]);
}

/** Where every map feeds every other: what leaves one band comes together between them and parts again. */
function mixedPoints(sources: readonly Rect[], targets: readonly Rect[]): number[] {
  const from = endsOf(sources, true);
  const to = endsOf(targets, false);
  const pen = Number.NaN;
  if (from.length === 1 || to.length === 1)
    return from.flatMap((start) => to.flatMap((end) => [...start, ...end, pen, pen]));
  const middle = (ends: readonly [number, number][]) => (ends[0]![1] + ends.at(-1)![1]) / 2;
  const meeting = [(from[0]![0] + to[0]![0]) / 2, (middle(from) + middle(to)) / 2] as const;
  return [
    ...from.flatMap((start) => [...start, ...meeting, pen, pen]),
    ...to.flatMap((end) => [...meeting, ...end, pen, pen]),
  ];
}

/** Faint lines from what feeds to what is fed: between maps of the same channel where layers work map by map. */
function edgeMark(from: StageBand, to: StageBand, layout: StageLayout, mixes: boolean): Mark | undefined {
  if (layout.direction === 'column' || from.role === 'strip' || to.role === 'strip') return undefined;
  const sources = bodyRects(from);
  const targets = bodyRects(to);
  const alike = !mixes && sources.length === targets.length;
  if (layout.lens || sources.length === 0 || targets.length === 0 || sources.length > MOST_EDGES)
    return undefined;
  const points = alike
    ? sources.flatMap((rect, at) => [
        ...port(rect, true),
        ...port(targets[at]!, false),
        Number.NaN,
        Number.NaN,
      ])
    : mixedPoints(sources, targets);
  return { type: 'path', points, curve: 'smooth', stroke: 'line', strokeWidth: 1, opacity: 0.55 };
}

const drawn = new WeakMap<StageLayout, readonly Mark[]>();

/** The network's lines at rest; the same for a layout whatever its maps show, so they are made once. */
export function stageEdges(layout: StageLayout, network: Network): readonly Mark[] {
  const known = drawn.get(layout);
  if (known) return known;
  const bands = new Map(layout.bands.map((band) => [band.name, band]));
  const marks: Mark[] = [];
  for (const band of layout.bands) {
    const layer = network.byName.get(band.name);
    for (const name of new Set(layer?.inputs.map((read) => partOf(read).layer))) {
      const from = bands.get(name);
      const edge =
        from &&
        (skipsOf(network).has(skipKey(name, band.name))
          ? skipMark(layout, network, name, band.name, 'line')
          : edgeMark(from, band, layout, layer!.params > 0));
      if (edge) marks.push(edge);
    }
  }
  drawn.set(layout, marks);
  return marks;
}
