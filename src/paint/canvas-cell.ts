import { colorOf, hexOf, readableInk } from '../base/color.ts';
import type { CellMark } from '../scene/marks.ts';
import { cellFontSize } from '../scene/text-width.ts';
import { type Colors, type Context, paintHatch, type Snap } from './canvas-shapes.ts';
import { setFont } from './canvas-text.ts';

export function paintCell(context: Context, mark: CellMark, colors: Colors, snap: Snap): void {
  const left = snap(mark.x);
  const top = snap(mark.y);
  const side = snap(mark.x + mark.size) - left;
  const bottom = snap(mark.y + mark.size) - top;
  context.fillStyle = mark.padding ? colors.surface : hexOf(colorOf(mark.scale, mark.value));
  context.fillRect(left, top, side, bottom);
  if (mark.padding) paintHatch(context, left, top, side, bottom, colors.line);
  if (mark.label !== undefined) {
    const size = cellFontSize(mark.label, mark.size);
    setFont(context, 400, size);
    context.textAlign = 'center';
    context.fillStyle = mark.padding ? colors.muted : readableInk(mark.scale, mark.value);
    context.fillText(mark.label, left + side / 2, top + bottom / 2 + size * 0.36);
  }
  if (mark.outline && mark.outline !== 'none') {
    context.strokeStyle = colors[mark.outline];
    context.lineWidth = 2;
    context.setLineDash([]);
    context.strokeRect(left + 1, top + 1, side - 2, bottom - 2);
  }
}
