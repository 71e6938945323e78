import type { Rect } from '../rect.ts';
import type { StageBand, StageLayout } from './bands.ts';

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

function mixRect(a: Rect, b: Rect, t: number): Rect {
  return {
    x: mix(a.x, b.x, t),
    y: mix(a.y, b.y, t),
    width: mix(a.width, b.width, t),
    height: mix(a.height, b.height, t),
  };
}

/** What is in one layout only grows from, or shrinks to, the middle of its band in the other. */
function middleOf({ x, y, width, height }: Rect): Rect {
  return { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
}

interface Slot {
  readonly rect: Rect;
  readonly channel: number;
  readonly input?: number;
}

/** Where a slot that a band lacks would be: on its channel's map, else in the band. */
function homeIn(band: StageBand, channel: number): Rect {
  return middleOf(band.maps.find((slot) => slot.channel === channel)?.rect ?? band.rect);
}

function mixSlots<S extends Slot>(
  a: readonly S[],
  b: readonly S[],
  from: StageBand,
  to: StageBand,
  t: number,
): S[] {
  const key = (slot: Slot) => `${slot.channel}/${slot.input ?? ''}`;
  const later = new Map(b.map((slot) => [key(slot), slot]));
  const mixed = a.map((slot) => {
    const target = later.get(key(slot));
    later.delete(key(slot));
    return { ...slot, rect: mixRect(slot.rect, target?.rect ?? homeIn(to, slot.channel), t) };
  });
  for (const slot of later.values()) {
    mixed.push({ ...slot, rect: mixRect(homeIn(from, slot.channel), slot.rect, t) });
  }
  return mixed;
}

function mixBand(a: StageBand, b: StageBand, t: number): StageBand {
  const shape = t < 0.5 ? a : b;
  return {
    ...shape,
    rect: mixRect(a.rect, b.rect, t),
    header: mixRect(a.header, b.header, t),
    maps: mixSlots(a.maps, b.maps, a, b, t),
    kernels: mixSlots(a.kernels, b.kernels, a, b, t),
    chosen: undefined,
    units: shape.units && {
      ...shape.units,
      rect: mixRect((a.units ?? shape.units).rect, (b.units ?? shape.units).rect, t),
    },
  };
}

/** A band that is left out of the other layout leaves by the nearer side. */
function vanished(band: StageBand, width: number, of: number): StageBand {
  const rect = { ...band.rect, x: band.rect.x + band.rect.width / 2 > of / 2 ? width : 0, width: 0 };
  return {
    ...band,
    rect,
    header: { ...band.header, x: rect.x, width: 0 },
    maps: [],
    kernels: [],
    units: band.units && { ...band.units, rect: middleOf(rect) },
  };
}

/** The layout on the way from `a` (t = 0) to `b` (t = 1): one continuous move from far to near. */
export function blendLayouts(a: StageLayout, b: StageLayout, t: number): StageLayout {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const later = new Map(b.bands.map((band) => [band.name, band]));
  const earlier = new Set(a.bands.map((band) => band.name));
  const bands = a.bands.map((band) =>
    mixBand(band, later.get(band.name) ?? vanished(band, b.width, a.width), t),
  );
  for (const band of b.bands) {
    if (!earlier.has(band.name)) bands.push(mixBand(vanished(band, a.width, b.width), band, t));
  }
  const near = b.lens ? b : a;
  return {
    width: mix(a.width, b.width, t),
    height: mix(a.height, b.height, t),
    direction: t < 0.5 ? a.direction : b.direction,
    bands,
    open: near.open,
    lens: near.lens && mixRect(a.lens ?? middleOf(near.lens), b.lens ?? middleOf(near.lens), t),
  };
}
