import type { ScaleSpec } from '../../base/color.ts';
import { formatCell } from '../format.ts';
import type { CellMark, Ink, Mark, RectMark, Target, TextMark } from '../marks.ts';
import { textWidth } from '../text-width.ts';

/** Numbers in cells below this size cannot be read and are left out. */
export const READABLE = 18;

interface CellOptions {
  readonly target?: Target | undefined;
  readonly outline?: Ink | undefined;
  readonly padding?: boolean | undefined;
}

/** A cell with its number, where the number can be read. */
export function cell(
  x: number,
  y: number,
  size: number,
  value: number,
  scale: ScaleSpec,
  { target, outline, padding }: CellOptions = {},
): CellMark {
  return {
    type: 'cell',
    x,
    y,
    // A hairline between cells keeps the grid visible on equal values.
    size: size - (size >= 6 ? 1 : 0),
    value,
    scale,
    ...(size >= READABLE && { label: padding ? '0' : formatCell(value, size) }),
    ...(target && { target }),
    ...(outline && { outline }),
    ...(padding && { padding }),
  };
}

interface TextOptions {
  readonly size?: number;
  readonly ink?: Ink;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 400 | 500 | 600;
}

export function caption(x: number, y: number, text: string, options: TextOptions = {}): TextMark {
  return { type: 'text', x, y, text, size: 11, ink: 'muted', ...options };
}

/** Lines of text, each on as many lines as it needs; `height` is what they take from 0. */
export function paragraph(
  lines: readonly string[],
  width: number,
  step: number,
): { readonly height: number; readonly marks: readonly Mark[] } {
  const broken = lines.flatMap((line) => {
    const parts: string[] = [];
    for (const word of line.split(' ')) {
      const longer = `${parts.at(-1)} ${word}`;
      if (parts.length > 0 && textWidth(longer, 11) <= width) parts[parts.length - 1] = longer;
      else parts.push(word);
    }
    return parts;
  });
  const marks = broken.map((line, at) => caption(0, 11 + at * step, line));
  return { height: broken.length * step, marks };
}

/** A sign between two blocks. */
export function operator(x: number, y: number, text: string, size = 16): TextMark {
  return { type: 'text', x, y: y + size * 0.36, text, size, ink: 'muted', anchor: 'middle' };
}

/** Marks moved by an offset. */
export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark) => {
    if (mark.type !== 'path') return { ...mark, x: mark.x + dx, y: mark.y + dy };
    const points = Array.from(mark.points, (value, at) => value + (at % 2 === 0 ? dx : dy));
    return { ...mark, points };
  });
}

/** Behind a block of cells: hairlines between them, and an edge where cells are as pale as the surface. */
export function grid(x: number, y: number, rows: number, cols: number, size: number): RectMark {
  const box = { x: x - 1, y: y - 1, width: cols * size + 1, height: rows * size + 1 };
  return { type: 'rect', ...box, fill: 'line' };
}
