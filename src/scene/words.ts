import type { Mark, Target } from './marks.ts';
import type { Rect } from './rect.ts';
import { fitText } from './text-width.ts';

/** Beside a word, on either side. */
export const WORD_INSET = 6;
const LEAST_SIZE = 8;

/** Font size of a word in a row so high. */
export function wordSize(row: number): number {
  return Math.max(LEAST_SIZE, Math.min(13, Math.floor(row * 0.62)));
}

/** The words of a text, each in the middle of its row; of padding only a dash. None where rows are too low to be read. */
export function wordMarks(
  words: readonly string[],
  { x, y, width, height }: Rect,
  count: number,
  targetOf: (step: number) => Target | undefined,
): Mark[] {
  const row = height / count;
  if (row < LEAST_SIZE + 1) return [];
  const size = wordSize(row);
  return Array.from({ length: count }, (_, step): Mark[] => {
    const target = targetOf(step);
    const top = y + step * row;
    const word = words[step] ?? '';
    return [
      { type: 'rect', x, y: top, width, height: row, fill: 'none', ...(target && { target }) },
      {
        type: 'text',
        x: x + WORD_INSET,
        y: top + row / 2 + size * 0.36,
        text: word === '' ? '·' : fitText(word, size, width - 2 * WORD_INSET),
        size,
        ink: word === '' ? 'muted' : 'ink',
        ...(target && { target }),
      },
    ];
  }).flat();
}
