import { outputsText } from '../../text/layers/outputs.ts';
import type { Mark, Picture, TextMark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { textWidth } from '../text-width.ts';

/** Side by side the shares of all classes: together they fill the whole. The largest is emphasised. */
function distributionMarks(values: ArrayLike<number>, { x, y, width, height }: Rect): Mark[] {
  const size = 10;
  const text = outputsText.together;
  const beside = width > textWidth(text, size) + 120;
  const room = beside ? width - textWidth(text, size) - 10 : width;
  const thick = Math.min(8, height);
  // Below, where there is no room beside.
  const below = !beside && height >= thick + size + 6;
  const top = below ? y : y + (height - thick) / 2;
  let best = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! > values[best]!) best = at;
  let from = 0;
  const parts = Array.from({ length: values.length }, (_, at): Mark => {
    const left = x + from * room;
    from += Math.max(0, values[at]!);
    const wide = Math.max(0, x + Math.min(1, from) * room - left - 1);
    return {
      type: 'rect',
      x: left,
      y: top,
      width: wide,
      height: thick,
      fill: at === best ? 'accent' : 'muted',
      opacity: at === best ? 1 : at % 2 === 0 ? 0.55 : 0.35,
    };
  });
  const frame: Mark = { type: 'rect', x, y: top, width: room, height: thick, fill: 'line', opacity: 0.5 };
  const said: TextMark = {
    type: 'text',
    x: x + width,
    y: y + height / 2 + 3.5,
    text,
    size,
    ink: 'muted',
    anchor: 'end',
  };
  if (below) return [frame, ...parts, { ...said, x, y: top + thick + size + 4, anchor: 'start' }];
  return [frame, ...parts, ...(beside ? [said] : [])];
}

/** The same as a picture of its own. */
export function distributionPicture(values: ArrayLike<number>, width: number, height: number): Picture {
  return { width, height, marks: distributionMarks(values, { x: 0, y: 0, width, height }) };
}
