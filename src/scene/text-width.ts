/**
 * Advance widths of Inter at weight 400, in thousandths of the font size, tabular figures. Measured once in
 * Chromium from the font that the site ships, since pictures are laid out without a DOM.
 */
const CLASSES: readonly (readonly [width: number, characters: string])[] = [
  [242, 'ijl'],
  [269, ' ,.:;I'],
  [288, "!'·"],
  [333, '|ft/\\`'],
  [391, '()[]{}r'],
  [456, '_"^²'],
  [511, '?s–'],
  [555, 'kvxyzcJLF'],
  [591, 'ehnuaoäöüE'],
  [613, 'bdgpqRP'],
  [648, '0123456789+-−×÷=<>*~&#$STBZß'],
  [700, 'ADHKNUVXYCGÄÜ'],
  [765, 'OQÖ'],
  [818, 'w↑↓'],
  [876, 'm…M'],
  [1000, '%@W→'],
];

const widths = new Map<string, number>();
for (const [width, characters] of CLASSES)
  for (const character of characters) widths.set(character, width / 1000);

/** Width in pixels of a text at a font size; characters outside the table count as the widest. Never too small by more than 3%. */
export function textWidth(text: string, size: number, weight: 400 | 500 | 600 = 400): number {
  let width = 0;
  for (const character of text) width += widths.get(character) ?? 1;
  return width * size * (weight === 600 ? 1.025 : 1);
}

/** The text, or as much of it as fits `width` pixels with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}

/** The widest of common numbers in a cell without and with the leading zero, in font sizes. */
const COMMON = [textWidth('−.00', 1), textWidth('−0.00', 1)] as const;

/** Font size for a number in a cell of `size` pixels, so that it stays inside with a hair of room. */
export function cellFontSize(label: string, size: number): number {
  // One size for all common numbers: calm to look at, and changing the font costs more than writing.
  const common = COMMON[size < 29 ? 0 : 1];
  const width = Math.max(common, textWidth(label, 1));
  return Math.floor(2 * Math.min(Math.max(14, size / 3), size * 0.45, (size - 1.5) / width)) / 2;
}
