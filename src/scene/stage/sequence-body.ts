import type { BandSource } from './bands.ts';
import type { BandBody, BodyRoom } from './body.ts';

const LARGEST_CELL = 24;
/** A cell is at most so many times as long as it is wide, or at least as long as this. */
const LONGEST = { times: 3, least: 6 } as const;
/** Narrower than this, a sequence of few channels could not be pointed at. */
const LEAST_ACROSS = 12;

/** Steps and channels as one map: the steps along the band's longer side, as long as there is room. */
export function sequenceBody(source: BandSource, room: BodyRoom): BandBody {
  const stepsDown = room.along === 'y';
  const [steps, channels] = stepsDown ? [source.rows, source.cols] : [source.cols, source.rows];
  const [along, across] = stepsDown ? [room.height, room.width] : [room.width, room.height];
  const wished = Math.min(across, Math.max(LEAST_ACROSS, room.size * 1.3));
  const channel = Math.min(LARGEST_CELL, wished / channels);
  const step = Math.min(LARGEST_CELL, along / steps, Math.max(LONGEST.least, LONGEST.times * channel));
  // Cells that can be told apart are squares.
  const square = Math.min(step, channel) >= LARGEST_CELL / 2;
  const long = (square ? Math.min(step, channel) : step) * steps;
  const wide = Math.max(
    Math.min(LEAST_ACROSS, across),
    (square ? Math.min(step, channel) : channel) * channels,
  );
  const [width, height] = (stepsDown ? [wide, long] : [long, wide]).map((side) =>
    Math.max(1, Math.round(side)),
  );
  return {
    width: width!,
    height: height!,
    maps: [{ channel: 0, rect: { x: 0, y: 0, width: width!, height: height! } }],
    kernels: [],
    hidden: 0,
  };
}
