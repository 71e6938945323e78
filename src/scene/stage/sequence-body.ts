import { textWidth } from '../text-width.ts';
import { type ShapeView, signalView, viewOfShape } from '../view-of-shape.ts';
import { WORD_INSET, wordSize } from '../words.ts';
import type { BandSource } from './bands.ts';
import type { BandBody, BodyRoom } from './body.ts';

const LARGEST_CELL = 24;
/** A cell is at most so many times as long as it is wide, or at least as long as this. */
const LONGEST = { times: 3, least: 6 } as const;
/** Narrower than this, a sequence of few channels could not be pointed at. */
const LEAST_ACROSS = 12;
/** A line lower than this shows no shape: then all channels are one map. */
const LEAST_LINE = 9;
const LARGEST_LINE = 56;
/** A strip beside an open lens: too narrow for time to run across it. */
const STRIP = 20;
/** Widths of a sequence's time in a row of bands. */
const TIME = { least: 64, bySize: 2.2 } as const;

const EMPTY = { kernels: [], hidden: 0 } as const;

/** Time across: a line a channel where lines have room, else one map with the channels below one another. */
function acrossBody({ view, rows, time }: BandSource, room: BodyRoom): BandBody {
  const beside = room.along === 'y';
  const wide = beside ? Math.min(room.width, Math.max(TIME.least, room.size * TIME.bySize)) : room.width;
  const high = beside ? room.height : Math.min(room.height, rows * 22);
  const { from, to } = time ?? { from: 0, to: 1 };
  const x = Math.round(from * wide);
  const width = Math.max(1, Math.round((to - from) * wide));
  // Flat enough to be read as time, not as spikes.
  const line = Math.min(LARGEST_LINE, Math.max(wide * 0.4, 18), high / rows);
  if (line < LEAST_LINE) {
    const height = Math.max(1, Math.round(Math.min(high, LARGEST_CELL * rows)));
    return { ...EMPTY, width: wide, height, maps: [{ channel: 0, rect: { x, y: 0, width, height } }] };
  }
  const { shape, down } = view!;
  return {
    ...EMPTY,
    width: wide,
    height: Math.round(line * rows),
    maps: Array.from({ length: rows }, (_, channel) => {
      return { channel, rect: { x, y: channel * line, width, height: line } };
    }),
    view: signalView(shape, down),
  };
}

/** Time down: steps and channels as one map, as high as there is room; where the steps are words, they stand before it. */
function downBody(view: ShapeView, words: readonly string[] | undefined, room: BodyRoom): BandBody {
  const [steps, channels] = [view.shape[view.down]!, view.shape[view.across]!];
  const wished = Math.min(room.width, Math.max(LEAST_ACROSS, room.size * 1.3));
  const channel = Math.min(LARGEST_CELL, wished / channels);
  const step = Math.min(
    LARGEST_CELL,
    room.height / steps,
    Math.max(LONGEST.least, LONGEST.times * channel, words ? 14 : 0),
  );
  // Cells that can be told apart are squares.
  const square = Math.min(step, channel) >= LARGEST_CELL / 2 && !words;
  const height = Math.max(1, Math.round((square ? Math.min(step, channel) : step) * steps));
  const wide = (square ? Math.min(step, channel) : channel) * channels;
  const width = Math.max(1, Math.round(Math.max(Math.min(LEAST_ACROSS, room.width), wide)));
  const before = words && room.width > STRIP ? wordColumn(words, height / steps, room.width * 0.5) : 0;
  return {
    ...EMPTY,
    width: before + width,
    height,
    maps: [{ channel: 0, rect: { x: before, y: 0, width, height } }],
    view,
  };
}

/** Width of a column of words beside rows so high. */
export function wordColumn(words: readonly string[], row: number, most: number): number {
  const size = wordSize(row);
  const longest = Math.max(0, ...words.map((word) => textWidth(word, size)));
  return Math.ceil(Math.min(most, longest + 2 * WORD_INSET));
}

/** Steps and channels: as signals over time where there are many steps, else as a map of cells. */
export function sequenceBody(source: BandSource, room: BodyRoom): BandBody {
  const view = source.view!;
  if (!source.timeAcross) return downBody(view, source.words, room);
  // Where time has no room to run across, it runs down.
  return room.width > STRIP
    ? acrossBody(source, room)
    : downBody(viewOfShape(view.shape, view.down), undefined, room);
}
