import type { ScaleSpec } from '../../base/color.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import { caption, cell, grid, operator, READABLE } from './draw.ts';
import type { LensContext } from './request.ts';
import type { SignalTerms } from './signal-terms.ts';
import { weightNamed } from './values.ts';
import { weightFrame, weightOutline } from './weight-marks.ts';
import { numeral } from './window-place.ts';

const LARGEST = 44;
/** Below this, a block is one image: its cells could not be pointed at. */
export const SMALLEST_CELL = 4;
const HEADING = 16;
const SIGN = 22;
/** Above the columns: the steps' numbers. */
const NUMBERS = 12;

/** How the window, the kernel and their products stand: side by side, or one below the other. */
export interface SignalPlan {
  readonly down: boolean;
  /** The steps run across and the channels down, the gaps of a dilated kernel closed. */
  readonly turned: boolean;
  readonly size: number;
  /** Before the rows: the steps' numbers. */
  readonly gutter: number;
  /** Above the cells: what they are, and where steps run across their numbers. */
  readonly heading: number;
  readonly width: number;
  readonly height: number;
}

/** Steps that the window spans; dilation leaves gaps in it. */
const spanOf = ({ window }: SignalTerms) => (window.kernel - 1) * window.dilation + 1;

function planIn(
  terms: SignalTerms,
  turned: boolean,
  down: boolean,
  width: number,
  height: number,
): SignalPlan {
  const { channels, window } = terms;
  const [span, taps] = [spanOf(terms), window.kernel];
  const gutter = turned ? 1 : textWidth(numeral(-window.size), 10) + 8;
  const heading = HEADING + (turned ? NUMBERS : 0);
  const [cols, rows] = turned ? [taps, channels] : [channels, span];
  const across = down ? cols : 3 * cols;
  const lines = down ? (turned ? 3 * rows : span + 2 * taps) : rows;
  const signs = 2 * SIGN;
  const size = Math.min(
    LARGEST,
    (width - gutter - (down ? 0 : signs)) / across,
    (height - heading - (down ? signs + 2 * heading : 0)) / lines,
  );
  const whole = size >= 6 ? Math.floor(size) : Math.max(size, 0.25);
  return {
    down,
    turned,
    size: whole,
    gutter,
    heading,
    width: gutter + across * whole + (down ? 0 : signs),
    height: heading + lines * whole + (down ? signs + 2 * heading : 0),
  };
}

/** The form in which cells are larger. */
export function signalPlan(terms: SignalTerms, width: number, height: number, turned = false): SignalPlan {
  const [beside, below] = [false, true].map((down) => planIn(terms, turned, down, width, height)) as [
    SignalPlan,
    SignalPlan,
  ];
  return below.size > beside.size ? below : beside;
}

interface Block {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly cols: number;
  /** Row, or column where steps run across, in which a tap stands. */
  line(tap: number): number;
}

/** The window, the kernel and the products, where they stand. */
function blocksOf(terms: SignalTerms, plan: SignalPlan): readonly [Block, Block, Block] {
  const { window, channels } = terms;
  const { size, down, gutter, heading, turned } = plan;
  const span = spanOf(terms);
  const block = (at: number): Block => {
    const wide = at === 0 && !turned ? span : window.kernel;
    const [rows, cols] = turned ? [channels, wide] : [wide, channels];
    const before = turned ? at * channels : (at > 0 ? span : 0) + Math.max(0, at - 1) * window.kernel;
    const tallest = turned ? channels : span;
    return {
      x: gutter + (down ? 0 : at * (cols * size + SIGN)),
      y: down ? heading + before * size + at * (SIGN + heading) : heading + ((tallest - rows) * size) / 2,
      rows,
      cols,
      line: (tap) => (at === 0 && !turned ? tap * window.dilation : tap),
    };
  };
  return [block(0), block(1), block(2)];
}

/** Window times kernel gives products, steps downwards and channels across or the other way round; padding is hatched. */
export function signalBlocks(context: LensContext, terms: SignalTerms, plan: SignalPlan): Mark[] {
  const { layer, source, index, trace } = context;
  const { taps, channels, productScale } = terms;
  const { size, down, turned, heading } = plan;
  const [signal, kernel, products] = blocksOf(terms, plan);
  const scales = {
    input: layerScale(trace, source.name),
    kernel: signedScale(weightNamed(context, 'kernel')!.data),
  };
  const marks: Mark[] = [];
  const all: [Block, string, ScaleSpec, 'inputs' | 'weights' | 'products'][] = [
    [signal, conv2dText.window, scales.input, 'inputs'],
    [kernel, conv2dText.kernel, scales.kernel, 'weights'],
    [products, conv2dText.products, productScale, 'products'],
  ];
  const placeIn = ({ x, y, line }: Block, tap: number, channel: number) => {
    const [row, col] = turned ? [channel, line(tap)] : [line(tap), channel];
    return { x: x + col * size, y: y + row * size };
  };
  for (const [block, name, scale, values] of all) {
    const { x, y, rows, cols } = block;
    const above = turned && block === signal ? NUMBERS : 0;
    if (cols * size > textWidth(name, 10) - 6) marks.push(caption(x, y - 6 - above, name, { size: 10 }));
    if (size < SMALLEST_CELL) {
      const flat = new Float32Array(rows * cols);
      for (const tap of taps) flat.set(tap[values], block.line(tap.tap) * channels);
      const strides = turned ? { rowStride: 1, colStride: channels } : { rowStride: channels, colStride: 1 };
      const box = { x, y, width: cols * size, height: rows * (turned ? size : Math.max(size, 2)) };
      marks.push({ type: 'image', ...box, values: flat, offset: 0, scale, rows, cols, ...strides });
      continue;
    }
    marks.push(grid(x, y, rows, cols, size));
    for (const { tap, step: at, inside, ...numbers } of taps) {
      numbers[values].forEach((value, channel) => {
        const spot = placeIn(block, tap, channel);
        const place = [tap, channel, index[1]!];
        const input: Target | undefined = inside
          ? { type: 'cell', layer: source.name, index: [at, channel] }
          : undefined;
        const own = block === kernel;
        const target: Target | undefined = own
          ? { type: 'weight', layer, weight: 'kernel', index: place }
          : input;
        const outline = own ? weightOutline(context, 'kernel', place, size) : undefined;
        const padding = !inside && !own;
        marks.push(cell(spot.x, spot.y, size, value, scale, { target, outline, padding }));
      });
    }
  }
  const frames = size < SMALLEST_CELL ? [] : taps;
  for (const { tap } of frames) {
    for (let channel = 0; channel < channels; channel++) {
      const spot = { ...placeIn(kernel, tap, channel), size };
      marks.push(...weightFrame(context, 'kernel', [tap, channel, index[1]!], spot));
    }
  }
  marks.push(...(turned ? numbersAbove : numbersBefore)(terms, signal, plan));
  for (const [at, text] of ['×', '='].entries()) {
    const next = [kernel, products][at]!;
    const middle = heading + (Math.max(signal.rows, kernel.rows) * size) / 2;
    marks.push(
      down
        ? operator(next.x + (next.cols * size) / 2, next.y - heading - SIGN / 2 + 4, text)
        : operator(next.x - SIGN / 2, middle, text),
    );
  }
  return marks;
}

/** The number of each step that the kernel is on, where there is room for it. */
function numbersBefore({ taps }: SignalTerms, { y, line }: Block, { size, gutter }: SignalPlan): Mark[] {
  const apart = taps.length > 1 ? (line(taps[1]!.tap) - line(taps[0]!.tap)) * size : READABLE;
  if (apart < 10) return [];
  return taps.map(({ tap, step, inside }) =>
    caption(gutter - 6, y + (line(tap) + 0.5) * size + 3.5, numeral(step), {
      size: 10,
      anchor: 'end',
      ink: inside ? 'muted' : 'line',
    }),
  );
}

/** The same above the columns; the first and the last where there is no room for all. */
function numbersAbove({ taps }: SignalTerms, { x, y, line }: Block, { size }: SignalPlan): Mark[] {
  const widest = Math.max(...taps.map(({ step }) => textWidth(numeral(step), 9)));
  const ends = [taps[0]!, taps.at(-1)!];
  const fits = widest + 3 <= size;
  if (!fits && taps.length * size < 2 * widest + 8) return [];
  return (fits ? taps : ends).map(({ tap, step, inside }, at) => {
    const middle = x + (line(tap) + 0.5) * size;
    const left = fits ? middle : at === 0 ? x : x + taps.length * size;
    const anchor = fits ? 'middle' : at === 0 ? 'start' : 'end';
    return caption(left, y - 5, numeral(step), { size: 9, anchor, ink: inside ? 'muted' : 'line' });
  });
}
