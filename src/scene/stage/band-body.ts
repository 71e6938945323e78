import type { Rect } from '../rect.ts';
import type { BandSource, KernelSlot, MapSlot, Role, StageBand, UnitGrid } from './bands.ts';

/** What stands in a band below its header, placed relative to the band's own corner. */
export interface BandBody {
  readonly width: number;
  readonly height: number;
  readonly maps: readonly MapSlot[];
  readonly kernels: readonly KernelSlot[];
  readonly units?: UnitGrid | undefined;
  readonly hidden: number;
}

export interface BodyRoom {
  /** Most pixels across; a row of bands bounds the height, a column of bands the width. */
  readonly width: number;
  readonly height: number;
  /** Wished side of one map. */
  readonly size: number;
  /** Fills lines downwards (bands side by side) or rightwards (bands one below the other). */
  readonly along: 'x' | 'y';
  readonly kernels: boolean;
}

export const MARGIN = 16;
export const HEADER_HEIGHT = 40;
const GAP = 6;
const SMALLEST_MAP = 12;
const READABLE_CELL = 28;
const SMALLEST_WITH_KERNEL = 28;
/** Input channels of a kernel that are drawn beside its map. */
const MOST_SLICES = 9;

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
  const largest = source.count === 1 ? Math.max(room.size, 132) : room.size;
  return Math.min(largest, room.width, Math.max(18, Math.max(source.rows, source.cols) * 40));
}

/** Half a map; a single slice as large as its cells can be read where the map's can. 0 without a kernel. */
function kernelSide({ kernel }: BandSource, cell: number, size: number): number {
  if (!kernel) return 0;
  const [rows, cols, inputs] = kernel as [number, number, number];
  const readable = inputs === 1 ? Math.max(rows, cols) * Math.min(READABLE_CELL, cell) : 0;
  return Math.round(Math.max(size * 0.5, Math.min(size, readable)));
}

function kernelSlots(source: BandSource, channel: number, x: number, y: number, side: number): KernelSlot[] {
  const [rows, cols, inputs] = source.kernel as [number, number, number];
  const shown = Math.min(inputs, MOST_SLICES);
  const across = Math.ceil(Math.sqrt(shown));
  const slice = (side - (across - 1) * 2) / across;
  const { width, height } = fitted(rows, cols, slice);
  return Array.from({ length: shown }, (_, input) => {
    const left = x + (input % across) * (slice + 2);
    const top = y + Math.floor(input / across) * (slice + 2);
    return { channel, input, rect: { x: left, y: top, width, height } };
  });
}

function mapsBody(source: BandSource, room: BodyRoom): BandBody {
  const down = room.along === 'y';
  const place = (size: number) => {
    const map = fitted(source.rows, source.cols, size);
    const kernel =
      room.kernels && size >= SMALLEST_WITH_KERNEL ? kernelSide(source, map.width / source.cols, size) : 0;
    const width = map.width + (kernel ? kernel + GAP : 0);
    const height = Math.max(map.height, kernel);
    const perLine = down
      ? Math.max(1, Math.floor((room.height + GAP) / (height + GAP)))
      : Math.max(1, Math.floor((room.width + GAP) / (width + GAP * 1.5)));
    const lines = down
      ? Math.max(1, Math.floor((room.width + GAP * 2) / (width + GAP * 2)))
      : Math.max(1, Math.floor((room.height + GAP) / (height + GAP)));
    return { map, kernel, width, height, perLine, lines };
  };
  let size = largestMap(source, room);
  let plan = place(size);
  const fits = () => plan.perLine * plan.lines >= source.count && plan.height <= room.height;
  while (size > SMALLEST_MAP && !fits()) {
    size = Math.max(SMALLEST_MAP, size - 2);
    plan = place(size);
  }
  const capacity = plan.perLine * plan.lines;
  const shown = Math.min(source.count, capacity);
  // Lines of equal length look calmer than full ones and a rest.
  const perLine = Math.ceil(shown / Math.ceil(shown / plan.perLine));
  const lineGap = GAP * (plan.kernel || !down ? 1.5 : 1);
  const maps: MapSlot[] = [];
  const kernels: KernelSlot[] = [];
  for (let channel = 0; channel < shown; channel++) {
    const step = channel % perLine;
    const line = Math.floor(channel / perLine);
    const x = (down ? line : step) * (plan.width + lineGap);
    const y = (down ? step : line) * (plan.height + GAP);
    if (plan.kernel) {
      const top = y + Math.round((plan.height - plan.kernel) / 2);
      kernels.push(...kernelSlots(source, channel, x, top, plan.kernel));
    }
    const left = x + (plan.kernel ? plan.kernel + GAP : 0);
    maps.push({ channel, rect: { x: left, y, width: plan.map.width, height: plan.map.height } });
  }
  const lines = Math.ceil(shown / perLine);
  const across = down ? lines : Math.min(shown, perLine);
  const stacked = down ? Math.min(shown, perLine) : lines;
  return {
    width: across * plan.width + (across - 1) * lineGap,
    height: stacked * plan.height + (stacked - 1) * GAP,
    maps,
    kernels,
    hidden: source.count - shown,
  };
}

function unitsBody(source: BandSource, room: BodyRoom): BandBody {
  const down = room.along === 'y';
  const length = down ? room.height : room.width;
  const strip = source.form === 'strip';
  let size = strip ? 12 : 18;
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
  return {
    width,
    height,
    maps: [],
    kernels: [],
    units: { rect, along: room.along, perLine, count: source.count },
    hidden: 0,
  };
}

function barsBody(source: BandSource, room: BodyRoom): BandBody {
  const row = Math.max(12, Math.min(26, Math.floor(room.height / source.count)));
  const shown = Math.max(1, Math.min(source.count, Math.floor(room.height / row)));
  const rect = {
    x: 0,
    y: 0,
    width: Math.min(room.width, room.along === 'x' ? 320 : 148),
    height: shown * row,
  };
  return {
    width: rect.width,
    height: rect.height,
    maps: [],
    kernels: [],
    units: { rect, along: 'y', perLine: shown, count: shown },
    hidden: source.count - shown,
  };
}

/** Places a band's maps and kernels, units or bars in the room given. */
export function bandBody(source: BandSource, room: BodyRoom): BandBody {
  if (source.form === 'maps') return mapsBody(source, room);
  return source.form === 'bars' ? barsBody(source, room) : unitsBody(source, room);
}

function movedRect(rect: Rect, x: number, y: number): Rect {
  return { x: rect.x + x, y: rect.y + y, width: rect.width, height: rect.height };
}

/** The same body with its corner at `x`, `y`. */
export function movedBody(body: BandBody, x: number, y: number): BandBody {
  return {
    ...body,
    maps: body.maps.map((slot) => ({ ...slot, rect: movedRect(slot.rect, x, y) })),
    kernels: body.kernels.map((slot) => ({ ...slot, rect: movedRect(slot.rect, x, y) })),
    units: body.units && { ...body.units, rect: movedRect(body.units.rect, x, y) },
  };
}

/** A band from its body, with the header above it. */
export function bandAt(source: BandSource, role: Role, body: BandBody, place: Rect, top: number): StageBand {
  const moved = movedBody(body, place.x, top);
  return {
    name: source.name,
    kind: source.kind,
    form: source.form,
    role,
    rect: place,
    header: { x: place.x, y: place.y, width: place.width, height: Math.min(HEADER_HEIGHT, place.height) },
    maps: moved.maps,
    kernels: moved.kernels,
    units: moved.units,
    hidden: moved.hidden,
  };
}
