import type { Network } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';
import type { Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import type { StageBand, StageLayout } from './bands.ts';
import { skipKey, skipMark, skipsOf } from './skips.ts';

/** Middle of a side of a rectangle, in the direction in which the network runs. */
function port(rect: Rect, direction: 'row' | 'column', leaving: boolean): [number, number] {
  return direction === 'row'
    ? [rect.x + (leaving ? rect.width : 0), rect.y + rect.height / 2]
    : [rect.x + rect.width / 2, rect.y + (leaving ? rect.height : 0)];
}

function bodyRects(band: StageBand): Rect[] {
  return band.units ? [band.units.rect] : band.maps.map((slot) => slot.rect);
}

/** Most lines drawn between two columns; beyond it they would only be a gray area. */
const MOST_EDGES = 160;

/** Faint lines from what feeds to what is fed: between maps of the same channel where layers work map by map. */
function edgeMark(from: StageBand, to: StageBand, layout: StageLayout, mixes: boolean): Mark | undefined {
  if (layout.direction === 'column' || from.role === 'strip' || to.role === 'strip') return undefined;
  const sources = bodyRects(from);
  const targets = bodyRects(to);
  const alike = !mixes && sources.length === targets.length;
  if (layout.lens || (alike ? sources.length : sources.length * targets.length) > MOST_EDGES)
    return undefined;
  const pairs = alike
    ? sources.map((rect, at): [Rect, Rect] => [rect, targets[at]!])
    : sources.flatMap((source) => targets.map((target): [Rect, Rect] => [source, target]));
  const points = pairs.flatMap(([source, target]) => [
    ...port(source, layout.direction, true),
    ...port(target, layout.direction, false),
    Number.NaN,
    Number.NaN,
  ]);
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
