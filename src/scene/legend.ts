import type { ScaleSpec } from '../base/color.ts';
import { formatNumber } from './format.ts';
import type { Picture, TextMark } from './marks.ts';

const STEPS = 64;

/** The scale of a layer: its colours from the smallest to the largest value, with both ends (and zero) written. */
export function legendPicture(scale: ScaleSpec, width: number, height = 24): Picture {
  const [low, high] = scale.type === 'diverging' ? [-scale.limit, scale.limit] : [scale.min, scale.max];
  const values = Float32Array.from({ length: STEPS }, (_, at) => low + ((high - low) * at) / (STEPS - 1));
  const text = (x: number, value: number, anchor: 'start' | 'middle' | 'end'): TextMark => ({
    type: 'text',
    x,
    y: height - 2,
    text: formatNumber(value),
    size: 10,
    ink: 'muted',
    anchor,
  });
  const bar = { x: 0, y: 0, width, height: Math.max(4, height - 16) };
  return {
    width,
    height,
    marks: [
      { type: 'image', ...bar, values, offset: 0, rows: 1, cols: STEPS, rowStride: 0, colStride: 1, scale },
      text(0, low, 'start'),
      ...(scale.type === 'diverging' ? [text(width / 2, 0, 'middle')] : []),
      text(width, high, 'end'),
    ],
  };
}
