import { kernelText } from '../../text/layers/kernel.ts';
import { formatCount } from '../format.ts';
import { moved } from '../lens/draw.ts';
import type { Ink, Mark, Picture } from '../marks.ts';

/** The third axis goes up and to the right, this share of a cell. */
const DEPTH = { x: 0.62, y: 0.5 } as const;
const LARGEST = 26;
/** What is written under a block takes so much. */
const LEAST_ACROSS = 132;
const HEAD = 46;
const FOOT = 44;

/** A grid of cells as its lines. */
function lattice(x: number, y: number, rows: number, cols: number, size: number, own: boolean): Mark[] {
  const points: number[] = [];
  for (let row = 0; row <= rows; row++) {
    points.push(x, y + row * size, x + cols * size, y + row * size, Number.NaN, Number.NaN);
  }
  for (let col = 0; col <= cols; col++) {
    points.push(x + col * size, y, x + col * size, y + rows * size, Number.NaN, Number.NaN);
  }
  const fill: Ink = own ? 'accent-soft' : 'raised';
  return [
    { type: 'rect', x, y, width: cols * size, height: rows * size, fill },
    { type: 'path', points, stroke: own ? 'accent' : 'muted', strokeWidth: 0.75, opacity: 0.7 },
  ];
}

interface Block {
  readonly rows: number;
  readonly cols: number;
  readonly slices: number;
}

const extentOf = ({ rows, cols, slices }: Block) => ({
  wide: cols + (slices - 1) * DEPTH.x,
  high: rows + (slices - 1) * DEPTH.y,
});

/**
 * The window of `kernel` cells along one, two and three axes: 7, 49 and 343 weights of a kernel of 7. `axes`: over how
 * many the layer looked at slides.
 */
export function windowDimensions(request: {
  readonly kernel: number;
  readonly axes: number;
  readonly width: number;
  readonly height: number;
}): Picture {
  const { kernel, axes, width, height } = request;
  const blocks: readonly Block[] = [
    { rows: 1, cols: kernel, slices: 1 },
    { rows: kernel, cols: kernel, slices: 1 },
    { rows: kernel, cols: kernel, slices: kernel },
  ];
  const narrow = width < 520;
  const extents = blocks.map(extentOf);
  const gap = narrow ? 0 : 40;
  const across = narrow
    ? width / Math.max(...extents.map(({ wide }) => wide))
    : (width - 2 * gap - 16) / extents.reduce((sum, { wide }) => sum + wide, 0);
  const down = narrow
    ? (height - HEAD - 3 * FOOT - 24) / extents.reduce((sum, { high }) => sum + high, 0)
    : (height - HEAD - FOOT - 24) / extents[2]!.high;
  const size = Math.max(1, Math.min(LARGEST, Math.floor(across * 10) / 10, Math.floor(down * 10) / 10));
  const columnOf = (wide: number) => Math.max(LEAST_ACROSS, wide * size);
  const used = extents.reduce((sum, { wide }) => sum + columnOf(wide), 2 * gap);
  const marks: Mark[] = [
    {
      type: 'text',
      x: width / 2,
      y: 16,
      text: kernelText.window(formatCount(kernel)),
      size: 12,
      ink: 'ink',
      anchor: 'middle',
    },
  ];
  let x = (width - used) / 2;
  let y = HEAD;
  blocks.forEach((block, at) => {
    const { wide, high } = extents[at]!;
    const own = at + 1 === axes;
    const left = narrow ? (width - wide * size) / 2 : x + (columnOf(wide) - wide * size) / 2;
    const bottom = narrow ? y + high * size : HEAD + 12 + extents[2]!.high * size;
    for (let slice = block.slices - 1; slice >= 0; slice--) {
      const offset = slice * size;
      const top = bottom - block.rows * size - offset * DEPTH.y;
      marks.push(...lattice(left + offset * DEPTH.x, top, block.rows, block.cols, size, own));
    }
    const middle = left + (wide * size) / 2;
    const factors = new Array<number>(at + 1).fill(kernel);
    const total = formatCount(kernel ** (at + 1));
    const text = kernelText.weights(factors.map(formatCount).join(' × '), total);
    marks.push(
      {
        type: 'text',
        x: middle,
        y: bottom + 18,
        text,
        size: 12,
        ink: 'ink',
        weight: own ? 600 : 400,
        anchor: 'middle',
      },
      {
        type: 'text',
        x: middle,
        y: bottom + 33,
        text: kernelText.dimensions[at]!,
        size: 11,
        ink: own ? 'accent' : 'muted',
        anchor: 'middle',
      },
    );
    x += columnOf(wide) + gap;
    y = bottom + FOOT + 4;
  });
  const foot = narrow
    ? Math.min(height - 4, y + 6)
    : Math.min(height - 4, HEAD + extents[2]!.high * size + 72);
  marks.push({
    type: 'text',
    x: width / 2,
    y: foot,
    text: kernelText.perChannel,
    size: 11,
    ink: 'muted',
    anchor: 'middle',
  });
  // The picture stands in the middle of what room it has.
  return { width, height, marks: moved(marks, 0, Math.max(0, (height - foot - 8) / 2)) };
}
