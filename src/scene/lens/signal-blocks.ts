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
const SMALLEST_CELL = 4;
const HEADING = 16;
const SIGN = 22;

/** How the window, the kernel and their products stand: side by side, or one below the other. */
export interface SignalPlan {
  readonly down: boolean;
  readonly size: number;
  /** Before the rows: the steps' numbers. */
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
}

/** Steps that the window spans; dilation leaves gaps in it. */
const spanOf = ({ window }: SignalTerms) => (window.kernel - 1) * window.dilation + 1;

function planIn(terms: SignalTerms, down: boolean, width: number, height: number): SignalPlan {
  const { channels, window } = terms;
  const [span, taps] = [spanOf(terms), window.kernel];
  const gutter = textWidth(numeral(-window.size), 10) + 8;
  const across = down ? channels : 3 * channels;
  const rows = down ? span + 2 * taps : span;
  const signs = 2 * SIGN;
  const size = Math.min(
    LARGEST,
    (width - gutter - (down ? 0 : signs)) / across,
    (height - HEADING - (down ? signs + 2 * HEADING : 0)) / rows,
  );
  const whole = size >= 6 ? Math.floor(size) : Math.max(size, 0.25);
  return {
    down,
    size: whole,
    gutter,
    width: gutter + across * whole + (down ? 0 : signs),
    height: HEADING + rows * whole + (down ? signs + 2 * HEADING : 0),
  };
}

/** The form in which cells are larger. */
export function signalPlan(terms: SignalTerms, width: number, height: number): SignalPlan {
  const [beside, below] = [false, true].map((down) => planIn(terms, down, width, height)) as [
    SignalPlan,
    SignalPlan,
  ];
  return below.size > beside.size ? below : beside;
}

interface Block {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  /** Row in which a tap stands. */
  row(tap: number): number;
}

/** Window times kernel gives products, steps downwards and channels across; padding is hatched. */
export function signalBlocks(context: LensContext, terms: SignalTerms, plan: SignalPlan): Mark[] {
  const { layer, source, index, trace } = context;
  const { window, taps, channels, productScale } = terms;
  const { size, down, gutter } = plan;
  const span = spanOf(terms);
  const step = (block: number) => {
    const rows = block === 0 ? span : window.kernel;
    const before = (block > 0 ? span : 0) + Math.max(0, block - 1) * window.kernel;
    const x = gutter + (down ? 0 : block * (channels * size + SIGN));
    const y = down
      ? HEADING + before * size + block * (SIGN + HEADING)
      : HEADING + ((span - rows) * size) / 2;
    return { x, y, rows, row: (tap: number) => (block === 0 ? tap * window.dilation : tap) } satisfies Block;
  };
  const [signal, kernel, products] = [0, 1, 2].map(step) as [Block, Block, Block];
  const scales = {
    input: layerScale(trace, source.name),
    kernel: signedScale(weightNamed(context, 'kernel')!.data),
  };
  const marks: Mark[] = [];
  const blocks: [Block, string, ScaleSpec, 'inputs' | 'weights' | 'products'][] = [
    [signal, conv2dText.window, scales.input, 'inputs'],
    [kernel, conv2dText.kernel, scales.kernel, 'weights'],
    [products, conv2dText.products, productScale, 'products'],
  ];
  for (const [block, name, scale, values] of blocks) {
    const { x, y, rows } = block;
    marks.push(caption(x, y - 6, name, { size: 10 }));
    if (size < SMALLEST_CELL) {
      const flat = new Float32Array(rows * channels);
      for (const tap of taps) flat.set(tap[values], block.row(tap.tap) * channels);
      const image = {
        x,
        y,
        width: channels * size,
        height: rows * Math.max(size, 2),
        values: flat,
        offset: 0,
        scale,
      };
      marks.push({ type: 'image', ...image, rows, cols: channels, rowStride: channels, colStride: 1 });
      continue;
    }
    marks.push(grid(x, y, rows, channels, size));
    for (const { tap, step: at, inside, ...numbers } of taps) {
      const top = y + block.row(tap) * size;
      numbers[values].forEach((value, channel) => {
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
        marks.push(cell(x + channel * size, top, size, value, scale, { target, outline, padding }));
      });
    }
  }
  const frames = size < SMALLEST_CELL ? [] : taps;
  for (const { tap } of frames) {
    for (let channel = 0; channel < channels; channel++) {
      const spot = { x: kernel.x + channel * size, y: kernel.y + tap * size, size };
      marks.push(...weightFrame(context, 'kernel', [tap, channel, index[1]!], spot));
    }
  }
  marks.push(...stepNumbers(terms, signal, size, gutter));
  for (const [at, text] of ['×', '='].entries()) {
    const next = [kernel, products][at]!;
    marks.push(
      down
        ? operator(gutter + (channels * size) / 2, next.y - HEADING - SIGN / 2 + 4, text)
        : operator(next.x - SIGN / 2, HEADING + (span * size) / 2, text),
    );
  }
  return marks;
}

/** The number of each step that the kernel is on, where there is room for it. */
function stepNumbers({ taps }: SignalTerms, { y, row }: Block, size: number, gutter: number): Mark[] {
  const apart = taps.length > 1 ? (row(taps[1]!.tap) - row(taps[0]!.tap)) * size : READABLE;
  if (apart < 10) return [];
  return taps.map(({ tap, step, inside }) =>
    caption(gutter - 6, y + (row(tap) + 0.5) * size + 3.5, numeral(step), {
      size: 10,
      anchor: 'end',
      ink: inside ? 'muted' : 'line',
    }),
  );
}
