import type { BandSource, KernelSlot, MapSlot } from './bands.ts';
import type { BandBody, BodyRoom } from './body.ts';

/** Between maps; hundreds of tiny ones stand closer, as one texture. */
function mapGap(size: number): number {
  return size < 18 ? 2 : 6;
}

/** Between a kernel and its map: closer than to anything else. */
function kernelGap(size: number): number {
  return size < 84 ? 3 : 10;
}

/** Between lines of maps with their kernels. */
const PAIR_GAP = 16;
/** Sides of a cell that a map or kernel of few cells is not blown up beyond; larger where it stands alone. */
const LARGEST_CELL = { many: 40, single: 56 } as const;
const SMALLEST_MAP = 10;
/** A kernel whose numbers can be read needs no larger cells than this beside many maps. */
const READABLE_CELL = 28;
const SMALLEST_WITH_KERNEL = 28;
/** Input channels of a kernel that are drawn beside its map: as many of these as may be. */
const SLICES = [9, 4, 1] as const;

/** Sides of a picture of `rows` × `cols` whose longer side is `size`. */
function fitted(rows: number, cols: number, size: number): { width: number; height: number } {
  const longest = Math.max(rows, cols);
  return {
    width: Math.max(1, Math.round((size * cols) / longest)),
    height: Math.max(1, Math.round((size * rows) / longest)),
  };
}

/** A map of few cells is not blown up: at most this many pixels a cell. */
function largestMap(source: BandSource, room: BodyRoom): number {
  const single = source.count === 1;
  const largest = single ? Math.max(room.size, room.size > 32 ? 132 : 92) : room.size;
  const cell = LARGEST_CELL[single ? 'single' : 'many'];
  return Math.min(largest, room.width, Math.max(18, Math.max(source.rows, source.cols) * cell));
}

/** Half a map; a single slice as large as its cells can be read where the map's can. 0 without a kernel. */
function kernelSide({ kernel, count }: BandSource, cell: number, size: number): number {
  if (!kernel) return 0;
  const [rows, cols, inputs] = kernel as [number, number, number];
  const readable =
    inputs === 1 ? Math.max(rows, cols) * Math.min(count === 1 ? cell * 0.8 : READABLE_CELL, cell) : 0;
  return Math.round(Math.max(size * 0.5, Math.min(size, readable)));
}

function kernelSlots(
  kernel: readonly number[],
  shown: number,
  channel: number,
  x: number,
  y: number,
  side: number,
): KernelSlot[] {
  const [rows, cols] = kernel as [number, number];
  const across = Math.ceil(Math.sqrt(shown));
  const slice = (side - (across - 1) * 2) / across;
  const { width, height } = fitted(rows, cols, slice);
  return Array.from({ length: shown }, (_, input) => {
    const left = x + (input % across) * (slice + 2);
    const top = y + Math.floor(input / across) * (slice + 2);
    return { channel, input, rect: { x: left, y: top, width, height } };
  });
}

/** How maps of a size stand in the room: `perLine` of them, `lines` lines. */
function planAt(source: BandSource, room: BodyRoom, size: number) {
  const down = room.along === 'y';
  const map = fitted(source.rows, source.cols, size);
  const kernel =
    room.kernels && size >= SMALLEST_WITH_KERNEL ? kernelSide(source, map.width / source.cols, size) : 0;
  const gap = kernelGap(size);
  const gapY = mapGap(size);
  const width = map.width + (kernel ? kernel + gap : 0);
  const height = Math.max(map.height, kernel);
  const gapX = kernel ? PAIR_GAP : down ? gapY : gapY * 1.5;
  const perLine = down
    ? Math.max(1, Math.floor((room.height + gapY) / (height + gapY)))
    : Math.max(1, Math.floor((room.width + gapX) / (width + gapX)));
  const lines = down
    ? Math.max(1, Math.floor((room.width + gapX) / (width + gapX)))
    : Math.max(1, Math.floor((room.height + gapY) / (height + gapY)));
  const fits = perLine * lines >= source.count && height <= room.height;
  return { map, kernel, gap, width, height, gapX, gapY, perLine, lines, fits };
}

/** The largest size at which all maps fit, by halving: smaller maps always fit better. */
function largestPlan(source: BandSource, room: BodyRoom) {
  let high = largestMap(source, room);
  const plan = planAt(source, room, high);
  if (plan.fits) return plan;
  let low = Math.min(SMALLEST_MAP, high);
  let best = planAt(source, room, low);
  if (!best.fits) return best;
  while (high - low > 1) {
    const size = Math.floor((low + high) / 2);
    const next = planAt(source, room, size);
    if (next.fits) {
      low = size;
      best = next;
    } else high = size;
  }
  return best;
}

/** Places a band's maps, each behind its kernel, in the room given; no more than `room.most` of them. */
export function mapsBody(source: BandSource, room: BodyRoom): BandBody {
  const down = room.along === 'y';
  const plan = largestPlan(source, room);
  const { map, kernel, gap, width, height, gapX, gapY } = plan;
  const most = room.most ?? Number.POSITIVE_INFINITY;
  const shown = Math.max(1, Math.min(source.count, plan.perLine * plan.lines, most));
  // Lines of equal length look calmer than full ones and a rest.
  const perLine = Math.ceil(shown / Math.ceil(shown / plan.perLine));
  const inputs = source.kernel?.[2] ?? 0;
  const slices = kernel ? (SLICES.find((count) => Math.min(count, inputs) * shown <= 3 * most) ?? 1) : 0;
  const drawn = Math.min(slices, inputs);
  const maps: MapSlot[] = [];
  const kernels: KernelSlot[] = [];
  for (let channel = 0; channel < shown; channel++) {
    const step = channel % perLine;
    const line = Math.floor(channel / perLine);
    const x = (down ? line : step) * (width + gapX);
    const y = (down ? step : line) * (height + gapY);
    if (drawn > 0) {
      const top = y + Math.round((height - kernel) / 2);
      kernels.push(...kernelSlots(source.kernel!, drawn, channel, x, top, kernel));
    }
    const left = x + (kernel ? kernel + gap : 0);
    maps.push({ channel, rect: { x: left, y, width: map.width, height: map.height } });
  }
  const lines = Math.ceil(shown / perLine);
  const across = down ? lines : Math.min(shown, perLine);
  const stacked = down ? Math.min(shown, perLine) : lines;
  return {
    width: across * width + (across - 1) * gapX,
    height: stacked * height + (stacked - 1) * gapY,
    maps,
    kernels,
    hidden: source.count - shown,
    slices: drawn > 0 && drawn < inputs ? { shown: drawn, of: inputs } : undefined,
  };
}
