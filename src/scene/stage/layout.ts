import type { Network } from '../../model/network.ts';
import { textWidth } from '../text-width.ts';
import { bandAt, bandBody, HEADER_HEIGHT, MARGIN, NOTES_HEIGHT } from './band-body.ts';
import { type BandSource, bandSources, type StageLayout, type StageOptions } from './bands.ts';
import type { BandBody, BodyRoom } from './body.ts';
import { openLayout } from './open.ts';
import { skipRoom } from './skips.ts';
import { widenedBars } from './units-body.ts';

const HEADER_GAP = 12;
const HEADER_SIZE = 13;
const MOST_HEADER = 200;
/** Between columns: at least the first; the second where the smallest maps would else not fit. */
const GAP = 28;
const NARROW_GAP = 14;
const SIZES = [300, 240, 200, 168, 140, 120, 100, 84, 76, 68, 60, 54, 48, 42, 36, 32, 28];
/** Maps of such sizes give way to names of classes that would else be cut; smaller ones do not. */
const NAMED_SIZES = SIZES.filter((size) => size >= 48);
/** Where the row would else scroll: maps alone, in columns as narrow as their names; then nothing is out of sight. */
const TIGHT = { sizes: [28, 24, 20], least: 60, name: 12.4, gap: 10 } as const;
/** Maps drawn on a stage of many layers, shared among them; a layer shows some even then. */
const MOST_MAPS = 1600;
const LEAST_MAPS = 6;
/** A row longer than this many viewports is squeezed: its columns narrow, down to strips. */
const MOST_VIEWPORTS = 4;
const STRIP = { width: 20, gap: 8, widest: 48 } as const;
/** Sides of maps on a phone, beyond the least. */
const PHONE_SIZES = [64, 60, 56, 52, 48];
/** From this many layers on, a phone's column shows one line of maps a layer. */
const MANY = 40;

/** Wide enough for its maps and for its name above them. */
function bandWidth({ name }: BandSource, body: BandBody): number {
  const header = Math.ceil(textWidth(name, HEADER_SIZE, 600));
  return Math.max(72, Math.min(MOST_HEADER, header), body.width);
}

/** The same without room to spare. */
function tightWidth({ name }: BandSource, body: BandBody): number {
  const header = Math.ceil(textWidth(name, TIGHT.name));
  return Math.max(TIGHT.least, Math.min(MOST_HEADER, header), body.width);
}

/** How many maps each band may draw: what a band with few leaves over goes to those with many. */
function mostMaps(sources: readonly BandSource[]): number[] {
  const equal = Math.max(LEAST_MAPS, Math.floor(MOST_MAPS / sources.length));
  const most = sources.map(() => equal);
  let left = MOST_MAPS;
  let wanting = sources.map(({ form, count }, at) => ({ at, count: form === 'maps' ? count : 0 }));
  wanting.sort((one, other) => one.count - other.count);
  while (wanting.length > 0) {
    const [least, ...rest] = wanting;
    const share = Math.min(least!.count, Math.floor(left / wanting.length));
    most[least!.at] = Math.max(equal, share);
    left -= share;
    wanting = rest;
  }
  return most;
}

function rowLayout(sources: readonly BandSource[], options: StageOptions, skips: number): StageLayout {
  const { width, height } = options;
  const top = MARGIN + HEADER_HEIGHT + HEADER_GAP + skips;
  const room = Math.max(48, height - top - MARGIN - NOTES_HEIGHT);
  const most = mostMaps(sources);
  const bodiesAt = (size: number, kernels = true) =>
    sources.map((source, at) => {
      const across = Math.max(200, size * 3.5);
      return bandBody(source, {
        width: across,
        height: room,
        size,
        along: 'y',
        kernels,
        most: most[at]!,
      });
    });
  let widthOf = bandWidth;
  const across = (bodies: readonly BandBody[]) =>
    bodies.reduce((sum, body, at) => sum + widthOf(sources[at]!, body), 0);
  const gaps = sources.length - 1;
  let bodies = bodiesAt(SIZES.at(-1)!);
  const smallest = across(bodies) + 2 * MARGIN;
  if (smallest + NARROW_GAP * gaps > MOST_VIEWPORTS * width)
    return squeezedLayout(sources, options, room, top);
  const narrow = smallest + GAP * gaps > width;
  let least = (narrow ? NARROW_GAP : GAP) * gaps + 2 * MARGIN;
  /** The largest that fit, with bars wider by up to so much for their names. */
  const largest = (sizes: readonly number[], wider: number): BandBody[] | undefined => {
    for (const size of sizes) {
      const tried = bodiesAt(size).map((body, at) => widenedBars(sources[at]!, body, wider));
      // Larger maps only where they leave the columns room to breathe.
      const air = size > 84 ? 20 * gaps : 0;
      if (across(tried) + least + air <= width) return tried;
    }
    return undefined;
  };
  // Where not even the smallest maps fit, the row scrolls.
  if (!narrow) bodies = largest(NAMED_SIZES, width) ?? largest(SIZES, 0) ?? bodies;
  if (smallest + NARROW_GAP * gaps > width) {
    widthOf = tightWidth;
    const tight = TIGHT.sizes.map((size) => bodiesAt(size, false));
    least = TIGHT.gap * gaps + 2 * MARGIN;
    const fitting = tight.find((tried) => across(tried) + least <= width);
    if (fitting) bodies = fitting;
    else {
      widthOf = bandWidth;
      least = NARROW_GAP * gaps + 2 * MARGIN;
    }
  }
  const spared = () => Math.max(0, width - across(bodies) - least);
  const fits = across(bodies) + least <= width;
  // What is left over goes first to names of classes that are cut.
  const named = sources.filter(({ labels }) => labels).length;
  const share = spared() / Math.max(1, named);
  bodies = bodies.map((body, at) => widenedBars(sources[at]!, body, share));
  const spare = spared();
  const gap =
    (fits ? (least - 2 * MARGIN) / Math.max(1, gaps) : GAP) + Math.min(44, spare / Math.max(1, gaps));
  const used = across(bodies) + gap * gaps;
  let x = Math.max(MARGIN, Math.round((width - used) / 2));
  const start = x;
  const bands = sources.map((source, at) => {
    const body = bodies[at]!;
    const band = widthOf(source, body);
    const place = { x: Math.round(x), y: MARGIN, width: band, height: height - 2 * MARGIN };
    x += band + gap;
    const bodyTop = top + Math.round(Math.max(0, room - body.height) / 2);
    return bandAt(source, 'column', body, place, bodyTop, Math.floor(band + gap - Math.min(12, gap / 2)));
  });
  return { width: Math.max(width, Math.ceil(start + used + MARGIN)), height, direction: 'row', bands };
}

/** A row of very many layers: equal narrow columns, as strips where not even their names would fit. */
function squeezedLayout(
  sources: readonly BandSource[],
  { width, height }: StageOptions,
  room: number,
  top: number,
): StageLayout {
  const { gap, widest } = STRIP;
  const share = Math.floor((MOST_VIEWPORTS * width - 2 * MARGIN) / sources.length) - gap;
  const across = Math.max(STRIP.width, share);
  const role = across < widest ? 'strip' : 'column';
  const most = mostMaps(sources);
  const bands = sources.map((source, at) => {
    const narrow = source.form === 'bars' ? { ...source, form: 'strip' as const } : source;
    const size = Math.min(across, 44);
    const place = { x: MARGIN + at * (across + gap), y: MARGIN, width: across, height: height - 2 * MARGIN };
    const body = bandBody(narrow, {
      width: across,
      height: room,
      size,
      along: 'y',
      kernels: false,
      most: most[at]!,
    });
    const bodyTop = top + Math.round(Math.max(0, room - body.height) / 2);
    return bandAt(narrow, role, body, place, bodyTop);
  });
  const used = 2 * MARGIN + sources.length * (across + gap) - gap;
  return { width: Math.max(width, used), height, direction: 'row', bands };
}

const linesOf = (body: BandBody) => new Set(body.maps.map((slot) => slot.rect.y)).size;

/** A phone's band: maps as large as they can be without another line of them. */
function widestBody(source: BandSource, room: BodyRoom, sizes: readonly number[]): BandBody {
  const least = bandBody(source, room);
  const lines = linesOf(least);
  for (const size of sizes) {
    const body = bandBody(source, { ...room, size });
    if (body.hidden === least.hidden && linesOf(body) === lines) return body;
  }
  return least;
}

function columnLayout(sources: readonly BandSource[], { width, height }: StageOptions): StageLayout {
  const across = width - 2 * MARGIN;
  const many = sources.length > MANY;
  const [tall, size] = many ? [28, 28] : [260, 44];
  const most = mostMaps(sources);
  let y = MARGIN;
  const bands = sources.map((source, at) => {
    const room = { width: across, height: tall, size, along: 'x' as const, kernels: !many, most: most[at]! };
    const body = many ? bandBody(source, room) : widestBody(source, room, PHONE_SIZES);
    const notes = body.hidden > 0 || body.slices || source.slice.length > 0 ? NOTES_HEIGHT / 2 : 0;
    const place = { x: MARGIN, y, width: across, height: HEADER_HEIGHT + 8 + body.height };
    y += place.height + notes + (many ? 10 : 24);
    return bandAt(source, 'column', body, place, place.y + HEADER_HEIGHT + 8);
  });
  return { width, height: Math.max(height, y - 24 + MARGIN), direction: 'column', bands };
}

/**
 * The place of every layer: side by side (`row`) or one below the other (`column`, for phones). With `open` the
 * other layers narrow to strips and the open layer's input and output stand large on either side of the lens.
 */
export function layoutStage(network: Network, options: StageOptions): StageLayout {
  const sources = bandSources(network, options);
  if (options.open !== undefined && network.byName.has(options.open)) {
    return openLayout(sources, options, options.open);
  }
  return options.direction === 'row'
    ? rowLayout(sources, options, skipRoom(network))
    : columnLayout(sources, options);
}
