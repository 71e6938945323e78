import type { Network } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';
import type { Ink, Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { MARGIN } from './band-body.ts';
import type { StageBand, StageLayout } from './bands.ts';

/** Between one line over the bands and the next, and how many there are at most; more share the last. */
const LANE = 7;
const MOST_LANES = 6;
const RADIUS = 6;

/** A connection over the layers between: from a position of the document's order to another. */
interface Skip {
  readonly from: number;
  readonly to: number;
  /** How far out it runs, from 0. */
  readonly lane: number;
}

/** By what a connection is found. */
export function skipKey(from: string, to: string): string {
  return `${from} ${to}`;
}

const found = new WeakMap<Network, ReadonlyMap<string, Skip>>();

/** Every connection that is not from a layer to the one after it, by the names at its ends: the shortest nearest to the bands. */
export function skipsOf(network: Network): ReadonlyMap<string, Skip> {
  const known = found.get(network);
  if (known) return known;
  const positions = new Map(network.layers.map(({ name }, at) => [name, at]));
  const all = network.layers.flatMap(({ inputs, name }, to) =>
    [...new Set(inputs.map((input) => partOf(input).layer))].flatMap((source) => {
      const from = positions.get(source) ?? -1;
      return from === to - 1 ? [] : [{ source, name, from, to }];
    }),
  );
  const lanes: { from: number; to: number }[][] = [];
  const skips = new Map<string, Skip>();
  for (const { source, name, from, to } of all.toSorted((a, b) => a.to - a.from - (b.to - b.from))) {
    const free = lanes.findIndex((lane) => lane.every((other) => to <= other.from || from >= other.to));
    const lane = Math.min(free < 0 ? lanes.length : free, MOST_LANES - 1);
    lanes[lane] = [...(lanes[lane] ?? []), { from, to }];
    skips.set(skipKey(source, name), { from, to, lane });
  }
  found.set(network, skips);
  return skips;
}

/** Height that the lines over the bands need. */
export function skipRoom(network: Network): number {
  const lanes = [...skipsOf(network).values()].map(({ lane }) => lane + 1);
  return lanes.length > 0 ? Math.max(...lanes) * LANE + RADIUS : 0;
}

function contentOf(band: StageBand): Rect | undefined {
  const rects = band.units ? [band.units.rect] : [...band.maps, ...band.kernels].map((slot) => slot.rect);
  if (rects.length === 0) return undefined;
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Up, along the lane and down again, its corners cut. */
function overRow(from: Rect, to: Rect, lane: number, y: number): number[] {
  // Lines that leave or reach the same band stand apart.
  const apart = Math.min(lane * 4, from.width / 2 - 2, to.width / 2 - 2);
  const left = from.x + from.width / 2 + apart;
  const right = to.x + to.width / 2 - apart;
  const cut = Math.min(RADIUS, (right - left) / 2);
  const start = from.y - 3;
  const end = to.y - 3;
  return [left, start, left, y + cut, left + cut, y, right - cut, y, right, y + cut, right, end];
}

/** The same on a phone: to the right of the bands. */
function besideColumn(from: Rect, to: Rect, x: number): number[] {
  const start = from.y + from.height / 2;
  const end = to.y + to.height / 2;
  const cut = Math.min(RADIUS, (end - start) / 2);
  const points = [from.x + from.width + 3, start, x - cut, start, x, start + cut, x, end - cut, x - cut, end];
  return [...points, to.x + to.width + 3, end];
}

/** The upper edge of everything from one band to another. */
function laneOver({ bands }: StageLayout, from: string, to: string): number {
  const [first, last] = [from, to].map((name) => bands.findIndex((band) => band.name === name));
  const tops = bands.slice(first, last! + 1).map((band) => contentOf(band)?.y ?? band.rect.height);
  return Math.min(...tops);
}

/** The line from a layer to one that reads it over others; undefined where they stand next to one another. */
export function skipMark(
  layout: StageLayout,
  network: Network,
  from: string,
  to: string,
  ink: Ink,
): Mark | undefined {
  const skip = skipsOf(network).get(skipKey(from, to));
  const ends = [from, to].map((name) => layout.bands.find((band) => band.name === name));
  const [source, target] = ends.map((band) => band && contentOf(band));
  if (!skip || !source || !target || layout.lens) return undefined;
  const row = layout.direction === 'row';
  const points = row
    ? overRow(source, target, skip.lane, laneOver(layout, from, to) - RADIUS - (skip.lane + 1) * LANE)
    : besideColumn(source, target, layout.width - MARGIN + 4 + Math.min(skip.lane, 2) * 4);
  const accent = ink === 'accent';
  return { type: 'path', points, stroke: ink, strokeWidth: accent ? 1.5 : 1.25, opacity: accent ? 0.8 : 1 };
}
