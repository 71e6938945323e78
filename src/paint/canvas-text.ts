import type { TextMark } from '../scene/marks.ts';
import type { Colors, Context } from './canvas-shapes.ts';
import { FONT_FAMILY } from './theme.ts';

const fonts = new WeakMap<Context, string>();

/** Setting a font costs more than writing a number, so it is set only where it changes. */
export function setFont(context: Context, weight: number, size: number): void {
  const font = `${weight} ${size}px ${FONT_FAMILY}`;
  if (fonts.get(context) === font) return;
  context.font = font;
  fonts.set(context, font);
}

export function paintText(context: Context, mark: TextMark, colors: Colors): void {
  setFont(context, mark.weight ?? 400, mark.size);
  context.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
  context.fillStyle = colors[mark.ink];
  context.fillText(mark.text, mark.x, mark.y);
}

/** A canvas forgets its font with its size. */
export function forgetFont(context: Context): void {
  fonts.delete(context);
}
