import { lensPicture } from '../../src/scene/lens/lens.ts';
import { lensHeight } from '../../src/scene/lens/lens-height.ts';
import type { LensRequest } from '../../src/scene/lens/request.ts';
import type { Mark, Picture } from '../../src/scene/marks.ts';
import type { Example } from './network-of.ts';

/** A lens as high as it needs to be, as on a phone. */
export function lowLensOf(example: Example, layer: string, index: readonly number[]): Picture {
  const width = 358;
  return lensOf(example, layer, index, width, lensHeight({ ...example, layer, index, width, height: 740 }));
}

/** A lens with its formulas written below it, as the page does beside it. */
export function lensOf(
  example: Example,
  layer: string,
  index: readonly number[],
  width = 720,
  height = 400,
  more: Pick<LensRequest, 'trained' | 'chosen' | 'compare' | 'step' | 'words'> = {},
): Picture {
  const { picture, formula, size, params } = lensPicture({
    ...example,
    ...more,
    layer,
    index,
    width,
    height,
  });
  const lines = [formula, size, params].filter((parts) => parts.length > 0);
  const text = lines.map((parts, at): Mark => {
    const line = parts.map((part) => part.text).join('');
    return { type: 'text', x: 0, y: height + 28 + at * 18, text: line, size: 12, ink: 'ink' };
  });
  const border: Mark = { type: 'rect', x: 0, y: 0, width, height, stroke: 'line' };
  const marks = [border, ...picture.marks, ...text];
  return { width, height: height + 20 + lines.length * 18, marks };
}
