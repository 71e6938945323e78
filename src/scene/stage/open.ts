import { partOf } from '../../model/part-names.ts';
import type { Rect } from '../rect.ts';
import { textWidth } from '../text-width.ts';
import { bandAt, bandBody, HEADER_HEIGHT, MARGIN, movedBody, NOTES_HEIGHT } from './band-body.ts';
import type { BandSource, Role, StageBand, StageLayout, StageOptions } from './bands.ts';
import type { BandBody } from './body.ts';

const HEADER_SIZE = 13;
/** A name longer than this is cut. */
const MOST_NAME = 180;
const STRIP_WIDTH = 18;
const STRIP_GAP = 6;
const GAP = 24;
const SMALLEST_LENS = 340;
const LENS_HEIGHT = 520;
/** A phone's page scrolls: the lens of a kernel of several input channels, or of steps and gates, is higher, so that it shows them all. */
const TALL_LENS_HEIGHT = 740;
const FEW_CHANNELS = 3;

/** The layers that the open one reads. */
function readBy({ layer }: BandSource): ReadonlySet<string> {
  return new Set(layer?.inputs.map((name) => partOf(name).layer));
}

/** The maps of a side of the lens: as large as fits, the one looked at much larger than the rest. */
function sideBody(source: BandSource, width: number, height: number, channel: number | undefined): BandBody {
  const room = { width, height, along: 'x' as const, kernels: false };
  if (source.form === 'sequence') return bandBody(source, { ...room, along: 'y', size: width });
  if (source.form !== 'maps') {
    return bandBody(source, { ...room, along: source.form === 'bars' ? 'x' : 'y', size: 18 });
  }
  const single = { ...source, count: 1 };
  const large = bandBody(single, { ...room, size: Math.min(width, height * 0.6), kernels: false });
  if (channel === undefined || source.count === 1) {
    return source.count === 1 ? large : bandBody(source, { ...room, size: Math.min(width, 96) });
  }
  const below = large.height + 12;
  const others = movedBody(
    bandBody(source, { ...room, height: Math.max(24, height - below), size: 44 }),
    0,
    below,
  );
  return {
    ...others,
    width: Math.max(large.width, others.width),
    height: below + others.height,
    chosen: others.maps.find((slot) => slot.channel === channel)?.rect,
    maps: [{ channel, rect: large.maps[0]!.rect }, ...others.maps.filter((slot) => slot.channel !== channel)],
  };
}

function stripBody(source: BandSource, height: number): BandBody {
  const room = { width: STRIP_WIDTH, height, size: STRIP_WIDTH, along: 'y' as const, kernels: false };
  return bandBody(source.form === 'bars' ? { ...source, form: 'strip' } : source, room);
}

function openRow(
  sources: readonly BandSource[],
  { width, height, channel }: StageOptions,
  open: string,
): StageLayout {
  const at = sources.findIndex((source) => source.name === open);
  const inputs = readBy(sources[at]!);
  const top = MARGIN + HEADER_HEIGHT + 12;
  const room = Math.max(48, height - top - MARGIN - NOTES_HEIGHT / 2);
  const role = (source: BandSource, position: number): Role =>
    position === at ? 'after' : inputs.has(source.name) ? 'before' : 'strip';
  // Strips nearest to the open layer stay; those that find no room are left out.
  const sides = sources.filter((source, position) => role(source, position) !== 'strip');
  // Where hardly anything else is on the stage, input and output stand larger.
  const share = sources.length - sides.length > 1 ? 0.115 : 0.2;
  // On a very wide stage both grow with it.
  const side = Math.round(Math.min(Math.max(220, width * 0.115), Math.max(104, width * share)));
  const spare = width - 2 * MARGIN - sides.length * (side + GAP) - SMALLEST_LENS;
  const most = Math.max(0, Math.floor(spare / (STRIP_WIDTH + STRIP_GAP)));
  const strips = sources
    .map((source, position) => ({ source, distance: Math.abs(position - at), position }))
    .filter(({ source, position }) => role(source, position) === 'strip')
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most);
  const shown = new Set([...sides, ...strips.map(({ source }) => source)]);
  const order = sources.flatMap((source, position) =>
    shown.has(source) ? [{ source, role: role(source, position) }] : [],
  );
  // The lens stands before the open layer's output, a gap on either side of it.
  const places = order.map((entry, place) => {
    const thin = entry.role === 'strip';
    const after = order[place + 1];
    const looked = entry.role === 'after' ? channel : undefined;
    const body = thin ? stripBody(entry.source, room) : sideBody(entry.source, side, room, looked);
    // No wider than its maps and its name need: the rest is the lens's.
    const name = Math.min(MOST_NAME, Math.ceil(textWidth(entry.source.name, HEADER_SIZE, 600)));
    const own = thin ? STRIP_WIDTH : Math.max(name, Math.ceil(body.width));
    const between = thin && after?.role === 'strip' ? STRIP_GAP : GAP;
    return { ...entry, body, width: own, gap: after ? between : 0 };
  });
  const fixed = places.reduce((sum, place) => sum + place.width + place.gap, GAP);
  const lensWidth = Math.max(SMALLEST_LENS, width - 2 * MARGIN - fixed);
  let x = MARGIN;
  let lens: Rect | undefined;
  const bands: StageBand[] = [];
  for (const { source, role: name, body, width: own, gap } of places) {
    if (name === 'after') {
      lens = { x, y: MARGIN, width: lensWidth, height: height - 2 * MARGIN };
      x += lensWidth + GAP;
    }
    const place = { x, y: MARGIN, width: own, height: height - 2 * MARGIN };
    const inset = name === 'strip' ? Math.round((own - body.width) / 2) : 0;
    const band = bandAt(source, name, body, { ...place, x: x + inset }, top);
    const header = { ...band.header, x, width: own + (name === 'strip' ? 0 : GAP - 8) };
    bands.push({ ...band, rect: place, header });
    x += own + gap;
  }
  return { width: Math.max(width, x + MARGIN), height, direction: 'row', bands, open, lens };
}

function openColumn(
  sources: readonly BandSource[],
  { width, height, channel, lensHeight }: StageOptions,
  open: string,
): StageLayout {
  const at = sources.findIndex((source) => source.name === open);
  const inputs = readBy(sources[at]!);
  const across = width - 2 * MARGIN;
  const bands: StageBand[] = [];
  let lens: Rect | undefined;
  let y = MARGIN;
  sources.forEach((source, position) => {
    if (position !== at && !inputs.has(source.name)) return;
    if (position === at) {
      const steps = source.layer?.definition.operation === 'recurrent';
      const tall = steps || (source.kernel?.[2] ?? 0) > FEW_CHANNELS;
      const most = tall ? TALL_LENS_HEIGHT : LENS_HEIGHT;
      lens = { x: MARGIN, y, width: across, height: lensHeight?.(across, most) ?? most };
      y += lens.height + GAP;
    }
    const looked = position === at ? channel : undefined;
    const size = looked === undefined || source.form !== 'maps' ? 56 : 40;
    const room = { width: across, height: 180, size, along: 'x' as const, kernels: false };
    const body =
      source.count === 1 && source.form === 'maps'
        ? bandBody(source, { ...room, size: 132 })
        : bandBody(source, room);
    const place = { x: MARGIN, y, width: across, height: HEADER_HEIGHT + 8 + body.height };
    bands.push(bandAt(source, position === at ? 'after' : 'before', body, place, y + HEADER_HEIGHT + 8));
    y += place.height + GAP;
  });
  return { width, height: Math.max(height, y - GAP + MARGIN), direction: 'column', bands, open, lens };
}

/** One layer near: its input and its output large, the lens between them, the other layers as strips around. */
export function openLayout(sources: readonly BandSource[], options: StageOptions, open: string): StageLayout {
  return options.direction === 'row' ? openRow(sources, options, open) : openColumn(sources, options, open);
}
