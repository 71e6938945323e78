import type { ImageMark, Mark, Picture, SignalMark, Target } from './marks.ts';
import { textWidth } from './text-width.ts';

function inside(x: number, y: number, left: number, top: number, width: number, height: number): boolean {
  return x >= left && x < left + width && y >= top && y < top + height;
}

/** The cell of an image at a position within it. */
export function cellTarget(mark: ImageMark, x: number, y: number): Target | undefined {
  const { cells } = mark;
  if (!cells) return mark.target;
  const row = Math.min(mark.rows - 1, Math.floor(((y - mark.y) / mark.height) * mark.rows));
  const col = Math.min(mark.cols - 1, Math.floor(((x - mark.x) / mark.width) * mark.cols));
  if (cells.weight !== undefined) {
    const index = [row, col, ...(cells.rest ?? [])];
    return { type: 'weight', layer: cells.layer, weight: cells.weight, index };
  }
  if (cells.moments) {
    const { first, by, told, unit, before } = cells.moments;
    const moment = first + by * col;
    if (told) return { type: 'cell', layer: cells.layer, index: [...before, moment, unit + row] };
    return { type: 'cell', layer: cells.layer, index: [...before, unit + row], step: moment };
  }
  if (cells.place) {
    const { down, across, at } = cells.place;
    const index = at.map((place, axis) => place + (axis === down ? row : axis === across ? col : 0));
    return { type: 'cell', layer: cells.layer, index };
  }
  const flat = mark.offset + row * mark.rowStride + col * mark.colStride;
  const index = cells.channel === undefined ? [flat] : [row, col, cells.channel];
  return { type: 'cell', layer: cells.layer, index };
}

/** The cell of a signal at a position within it. */
function stepTarget(mark: SignalMark, x: number): Target | undefined {
  if (!mark.cells) return mark.target;
  const { layer, place } = mark.cells;
  const step = Math.min(mark.count - 1, Math.floor(((x - mark.x) / mark.width) * mark.count));
  return { type: 'cell', layer, index: place.at.map((at, axis) => (axis === place.across ? step : at)) };
}

function hit(mark: Mark, x: number, y: number): Target | undefined {
  switch (mark.type) {
    case 'image':
      return inside(x, y, mark.x, mark.y, mark.width, mark.height) ? cellTarget(mark, x, y) : undefined;
    case 'signal':
      return inside(x, y, mark.x, mark.y, mark.width, mark.height) ? stepTarget(mark, x) : undefined;
    case 'cell':
      return inside(x, y, mark.x, mark.y, mark.size, mark.size) ? mark.target : undefined;
    case 'rect':
      return inside(x, y, mark.x, mark.y, mark.width, mark.height) ? mark.target : undefined;
    case 'text': {
      if (!mark.target) return undefined;
      const width = textWidth(mark.text, mark.size, mark.weight);
      const left = mark.x - (mark.anchor === 'middle' ? width / 2 : mark.anchor === 'end' ? width : 0);
      return inside(x, y, left, mark.y - mark.size, width, mark.size * 1.25) ? mark.target : undefined;
    }
    case 'path':
      return undefined;
  }
}

/**
 * What the pointer is over: the frontmost mark there that stands for something. An image with `cells` gives the
 * cell under the pointer (of a weight: `[row, col, ...rest]`); one of a flat output gives `[position]`.
 */
export function targetAt(picture: Picture, x: number, y: number): Target | undefined {
  for (let at = picture.marks.length - 1; at >= 0; at--) {
    const target = hit(picture.marks[at]!, x, y);
    if (target) return target;
  }
  return undefined;
}
