import { uncutWidth } from '../charts/bars.ts';
import { textWidth } from '../text-width.ts';
import { WORD_INSET, wordSize } from '../words.ts';
import type { BandSource } from './bands.ts';
import type { BandBody, BodyRoom } from './body.ts';

const EMPTY = { maps: [], kernels: [] } as const;

/** Units of a flat output as small squares in lines, or as one strip. */
export function unitsBody(source: BandSource, room: BodyRoom): BandBody {
  const down = room.along === 'y';
  const length = down ? room.height : room.width;
  const strip = source.form === 'strip';
  let size = strip ? Math.min(12, down ? room.width : 12) : 18;
  let perLine = source.count;
  if (!strip) {
    const lines = () => Math.ceil(source.count / Math.max(1, Math.floor(length / size)));
    while (size > 6 && lines() * size > Math.min(96, room.width)) size -= 1;
    perLine = Math.min(source.count, Math.max(1, Math.floor(length / size)));
    perLine = Math.ceil(source.count / Math.ceil(source.count / perLine));
  }
  const lines = Math.ceil(source.count / perLine);
  const along = strip ? Math.min(length, source.count * size) : perLine * size;
  const across = lines * size;
  const width = down ? across : along;
  const height = down ? along : across;
  const rect = { x: 0, y: 0, width, height };
  const units = { rect, along: room.along, perLine, count: source.count };
  return { ...EMPTY, width, height, units, hidden: 0 };
}

/** Heights of a word's row: as a step of the sequence that is looked up for it. */
const WORD_ROW = { most: 24, least: 12 } as const;

/** A text: its words one below the other. */
export function wordsBody({ count, words = [] }: BandSource, room: BodyRoom): BandBody {
  const row = Math.max(WORD_ROW.least, Math.min(WORD_ROW.most, Math.floor(room.height / count)));
  const size = wordSize(row);
  const longest = Math.max(...words.map((word) => textWidth(word, size)), 24);
  const width = Math.min(room.width, Math.ceil(longest) + 2 * WORD_INSET);
  const rect = { x: 0, y: 0, width, height: row * count };
  return {
    ...EMPTY,
    width,
    height: rect.height,
    units: { rect, along: 'y', perLine: count, count },
    hidden: 0,
  };
}

/** Usual height of a class's row. */
const ROW = 26;
/** Of an output that is one number: on its scale, with what is known of it below. */
const SINGLE = 84;
const SINGLE_WIDTH = 190;

/** A prediction's classes as bars, one below the other. */
export function barsBody(source: BandSource, room: BodyRoom): BandBody {
  // Rows grow with a stage that is much higher than they need.
  const most = Math.max(ROW, Math.min(44, room.height / (source.count * 4)));
  const one = source.count === 1 ? Math.min(SINGLE, room.height) : 0;
  const row = Math.max(12, one, Math.min(most, Math.floor(room.height / source.count)));
  const shown = Math.max(1, Math.min(source.count, Math.floor(room.height / row)));
  const beside = one > 0 ? SINGLE_WIDTH : (148 * Math.max(ROW, row)) / ROW;
  const width = Math.min(room.width, room.along === 'x' ? 420 : beside);
  const rect = { x: 0, y: 0, width, height: shown * row };
  const units = { rect, along: 'y', perLine: shown, count: shown } as const;
  return { ...EMPTY, width, height: rect.height, units, hidden: source.count - shown };
}

/** The same bars wider by what their names need, and by at most `spare`. */
export function widenedBars({ labels }: BandSource, body: BandBody, spare: number): BandBody {
  const { units } = body;
  if (!labels || !units) return body;
  const { rect, count } = units;
  const needed = uncutWidth(labels, rect.height / count) - rect.width;
  const width = rect.width + Math.max(0, Math.min(Math.floor(spare), needed));
  return { ...body, width, units: { ...units, rect: { ...rect, width } } };
}
