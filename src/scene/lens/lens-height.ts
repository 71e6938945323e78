import type { Mark } from '../marks.ts';
import { lensPicture } from './lens.ts';
import type { LensPicture, LensRequest } from './request.ts';

/** Most that stays empty between two things, one above the other. */
const MOST_GAP = 32;
const FOOT = 8;

/** Where a mark begins and ends, from top to bottom. */
function extentOf(mark: Mark): readonly [top: number, bottom: number] {
  switch (mark.type) {
    case 'cell':
      return [mark.y, mark.y + mark.size];
    case 'text':
      return [mark.y - mark.size, mark.y + mark.size * 0.3];
    case 'path': {
      const ys = mark.points.filter((place, at) => at % 2 === 1 && !Number.isNaN(place));
      return [Math.min(...ys), Math.max(...ys)];
    }
    default:
      return [mark.y, mark.y + mark.height];
  }
}

/**
 * The height at which a lens stands close together, `request.height` at most: what it leaves empty in that height is
 * taken away. For a page that scrolls, where every pixel left empty pushes the rest further down.
 */
export function lensHeight(
  request: LensRequest,
  draw: (request: LensRequest) => LensPicture = lensPicture,
): number {
  const extents = draw(request).picture.marks.map(extentOf);
  extents.sort(([one], [other]) => one - other);
  let end = 0;
  let height = 0;
  for (const [top, bottom] of extents) {
    if (!(bottom > end)) continue;
    height += Math.min(MOST_GAP, Math.max(0, top - end)) + bottom - Math.max(top, end);
    end = bottom;
  }
  return Math.min(request.height, Math.ceil(height) + FOOT);
}
