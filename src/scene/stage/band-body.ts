import type { Rect } from '../rect.ts';
import type { BandSource, Role, StageBand } from './bands.ts';
import type { BandBody, BodyRoom } from './body.ts';
import { mapsBody } from './maps-body.ts';
import { sequenceBody } from './sequence-body.ts';
import { barsBody, unitsBody, wordsBody } from './units-body.ts';

export const MARGIN = 16;
export const HEADER_HEIGHT = 40;
/** Below a body: how many maps and slices are not shown. */
export const NOTES_HEIGHT = 30;

/** Places a band's maps and kernels, units or bars in the room given. */
export function bandBody(source: BandSource, room: BodyRoom): BandBody {
  if (source.form === 'maps') return mapsBody(source, room);
  if (source.form === 'sequence') return sequenceBody(source, room);
  if (source.form === 'words') return wordsBody(source, room);
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
    chosen: body.chosen && movedRect(body.chosen, x, y),
    units: body.units && { ...body.units, rect: movedRect(body.units.rect, x, y) },
  };
}

/** A band from its body, with the header above it; the header may be wider than the band where there is room. */
export function bandAt(
  source: BandSource,
  role: Role,
  body: BandBody,
  place: Rect,
  top: number,
  headerWidth: number = place.width,
): StageBand {
  const { maps, kernels, units, hidden, chosen, slices } = movedBody(body, place.x, top);
  const header = {
    x: place.x,
    y: place.y,
    width: headerWidth,
    height: Math.min(HEADER_HEIGHT, place.height),
  };
  const { name, kind, form, slice, words, labels } = source;
  const view = body.view ?? source.view;
  const shown = { maps, kernels, units, hidden, chosen, slices, words, labels };
  return { name, kind, form, view, slice, role, rect: place, header, ...shown };
}
