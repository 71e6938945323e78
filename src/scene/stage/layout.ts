import type { Network } from '../../model/network.ts';
import { textWidth } from '../text-width.ts';
import { type BandBody, bandAt, bandBody, HEADER_HEIGHT, MARGIN } from './band-body.ts';
import { type BandSource, bandSources, type StageLayout, type StageOptions } from './bands.ts';
import { openLayout } from './open.ts';

const HEADER_GAP = 12;
const HEADER_SIZE = 13;
const MOST_HEADER = 200;
const SIZES = [240, 200, 168, 140, 120, 100, 84, 76, 68, 60, 54, 48, 42, 36, 32, 28];

/** Wide enough for its maps and for its name above them. */
function bandWidth({ name }: BandSource, body: BandBody): number {
  const header = Math.ceil(textWidth(name, HEADER_SIZE, 600));
  return Math.max(72, Math.min(MOST_HEADER, header), body.width);
}

function rowLayout(sources: readonly BandSource[], { width, height }: StageOptions): StageLayout {
  const top = MARGIN + HEADER_HEIGHT + HEADER_GAP;
  const room = Math.max(48, height - top - MARGIN - 16);
  const bodiesAt = (size: number) =>
    sources.map((source) =>
      bandBody(source, { width: Math.max(200, size * 3.5), height: room, size, along: 'y', kernels: true }),
    );
  const across = (bodies: readonly BandBody[]) =>
    bodies.reduce((sum, body, at) => sum + bandWidth(sources[at]!, body), 0);
  const least = 28 * (sources.length - 1) + 2 * MARGIN;
  let bodies: BandBody[] = [];
  for (const size of SIZES) {
    bodies = bodiesAt(size);
    // Larger maps only where they leave the columns room to breathe.
    const air = size > 84 ? 20 * (sources.length - 1) : 0;
    if (across(bodies) + least + air <= width) break;
  }
  const spare = Math.max(0, width - across(bodies) - least);
  const gap = 28 + Math.min(44, spare / Math.max(1, sources.length - 1));
  const used = across(bodies) + gap * (sources.length - 1);
  let x = Math.max(MARGIN, Math.round((width - used) / 2));
  const start = x;
  const bands = sources.map((source, at) => {
    const body = bodies[at]!;
    const band = bandWidth(source, body);
    const place = { x: Math.round(x), y: MARGIN, width: band, height: height - 2 * MARGIN };
    x += band + gap;
    return bandAt(source, 'column', body, place, top + Math.round(Math.max(0, room - body.height) / 2));
  });
  return { width: Math.max(width, Math.ceil(start + used + MARGIN)), height, direction: 'row', bands };
}

function columnLayout(sources: readonly BandSource[], { width, height }: StageOptions): StageLayout {
  const across = width - 2 * MARGIN;
  let y = MARGIN;
  const bands = sources.map((source) => {
    const body = bandBody(source, { width: across, height: 260, size: 44, along: 'x', kernels: true });
    const place = { x: MARGIN, y, width: across, height: HEADER_HEIGHT + 8 + body.height };
    y += place.height + 24;
    return bandAt(source, 'column', body, place, place.y + HEADER_HEIGHT + 8);
  });
  return { width, height: Math.max(height, y - 24 + MARGIN), direction: 'column', bands };
}

/**
 * The place of every layer: side by side (`row`) or one below the other (`column`, for phones). With `open` the
 * other layers narrow to strips and the open layer's input and output stand large on either side of the lens.
 */
export function layoutStage(network: Network, options: StageOptions): StageLayout {
  const sources = bandSources(network);
  if (options.open !== undefined && network.byName.has(options.open)) {
    return openLayout(sources, options, options.open);
  }
  return options.direction === 'row' ? rowLayout(sources, options) : columnLayout(sources, options);
}
