import type { Mark } from './marks.ts';
import type { Rect } from './rect.ts';
import { textWidth } from './text-width.ts';

const SIZE = 9;
/** Lower lines have no room for a name. */
const LEAST = 15;
/** A name that takes more of its line would hide it; the probe's own words say the channels' names, too. */
const MOST_OF_LINE = 0.45;

/** The name of a channel in the corner of its line, on the surface so that the line doesn't run through it. */
export function signalName(name: string, { x, y, width, height }: Rect): Mark[] {
  if (height < LEAST || textWidth(name, SIZE) > width * MOST_OF_LINE) return [];
  const box = { x, y, width: textWidth(name, SIZE) + 4, height: SIZE + 2 };
  return [
    { type: 'rect', ...box, fill: 'surface', opacity: 0.75 },
    { type: 'text', x: x + 1, y: y + SIZE - 0.5, text: name, size: SIZE, ink: 'muted' },
  ];
}
