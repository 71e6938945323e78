import { textWidth } from '../text-width.ts';
import type { ConvTerms } from './conv-channels.ts';
import { READABLE } from './draw.ts';

/** Text above blocks. */
export const HEADING = 14;
/** A channel's name above its tile. */
export const CAPTION = 16;
/** Sides of cells; larger where there is room for much more. */
const LARGEST = 52;
const MOST = 72;
const SMALLEST = 4;
/** Up to this size readable cells may grow where not all channels fit: beyond it more channels help more. */
const LARGEST_OF_SOME = 26;
const REST_CELL = 28;
/** Room for the sums of the channels that are not shown: a caption, and two lines of cells with their channels. */
export const REST = { cell: REST_CELL, line: REST_CELL + 12, height: 18 + 2 * (REST_CELL + 12) } as const;

/**
 * How a channel's tile reads. `named`: window × kernel = products = sum from left to right, its channel above;
 * `numbered`: the same, the channel's number before it; `down`: from top to bottom, channels side by side.
 */
type Form = 'named' | 'numbered' | 'down';

/** How the channels are shown: `shown` tiles of cells of `size`, in `columns`. */
export interface ConvPlan {
  readonly form: Form;
  readonly size: number;
  readonly columns: number;
  readonly shown: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** Between tiles. */
  readonly gapX: number;
  readonly gapY: number;
  /** Before a tile's blocks: its channel's number. */
  readonly gutter: number;
  /** Before all tiles: what the blocks are. */
  readonly left: number;
  /** Above all tiles. */
  readonly top: number;
}

/** Room for a sign between two blocks. */
export function signWidth(size: number): number {
  return size < 20 ? 9 : size < 26 ? 13 : 22;
}

/** A channel's sum, as large as it needs to be read. */
export function sumSize(size: number): number {
  return Math.max(size < 20 ? 24 : 28, Math.min(40, size));
}

/** Cells that the window spans along rows and columns; dilation leaves gaps in it. */
export function windowExtent({ windows }: ConvTerms): [number, number] {
  return windows.map((window) => (window.kernel - 1) * window.dilation + 1) as [number, number];
}

function planAt(terms: ConvTerms, form: Form, size: number, width: number, height: number): ConvPlan {
  const [rows, cols] = windowExtent(terms);
  const [kernelRows, kernelCols] = [terms.windows[0].kernel, terms.windows[1].kernel];
  const count = terms.channels.length;
  const sum = count === 1 ? 0 : sumSize(size);
  const sign = signWidth(size);
  const signs = (sum ? 3 : 2) * sign;
  const down = form === 'down';
  const longest = terms.depth ? `−0 · ${terms.channels.at(-1)!.channel}` : String(count - 1);
  const gutter = form === 'numbered' ? Math.ceil(textWidth(longest, 10)) + 6 : 0;
  // The grid's edge is drawn outside its cells.
  const left = down ? 56 : 1;
  const top = form === 'numbered' ? HEADING : 0;
  const gapX = down ? 8 : size < 20 ? 10 : 18;
  const gapY = form === 'numbered' ? 8 : 14;
  const tileWidth = down
    ? Math.max(cols * size, kernelCols * size, sum)
    : gutter + (cols + 2 * kernelCols) * size + signs + sum;
  const tileHeight = down
    ? CAPTION + (rows + 2 * kernelRows) * size + signs + sum
    : (form === 'named' ? CAPTION : 0) + Math.max(rows * size, kernelRows * size, sum);
  const columns = Math.max(0, Math.floor((width - left + gapX) / (tileWidth + gapX)));
  const lines = Math.max(0, Math.floor((height - top + gapY) / (tileHeight + gapY)));
  const shown = Math.min(count, columns * lines);
  return { form, size, columns, shown, tileWidth, tileHeight, gapX, gapY, gutter, left, top };
}

/** The plan whose columns stand as far apart as the width allows, up to a point, and are equally long. */
function spread(plan: ConvPlan, width: number): ConvPlan {
  const lines = Math.ceil(plan.shown / Math.max(1, plan.columns));
  const columns = Math.max(1, Math.ceil(plan.shown / lines));
  if (columns === 1) return { ...plan, columns };
  const spare = width - plan.left - columns * plan.tileWidth;
  const gapX = Math.max(plan.gapX, Math.min(plan.form === 'down' ? 24 : 56, spare / (columns - 1)));
  return { ...plan, columns, gapX };
}

/**
 * The form with the largest cells at which all channels fit; else readable ones with as many channels as fit;
 * else what fits at all.
 */
export function planOf(terms: ConvTerms, width: number, height: number): ConvPlan {
  const all = terms.channels.length;
  const forms: readonly Form[] = all === 1 ? ['named'] : ['named', 'numbered', 'down'];
  for (let size = Math.max(LARGEST, Math.min(MOST, Math.floor(height / 24))); size >= READABLE; size--) {
    const plans = forms.map((form) => planAt(terms, form, size, width, height));
    const plan = plans.find(({ shown }) => shown === all);
    if (plan) return spread(plan, width);
  }
  const room = height - REST.height - 14;
  let best = planAt(terms, 'named', SMALLEST, width, room);
  for (let size = READABLE - 2; size > SMALLEST && best.size === SMALLEST; size -= 2) {
    const plan = planAt(terms, 'named', size, width, room);
    if (plan.shown > 0) best = plan;
  }
  for (let size = READABLE; size <= LARGEST_OF_SOME; size += 2) {
    const plan = planAt(terms, 'named', size, width, room);
    if (plan.shown > 0 && (plan.shown >= best.shown || best.size < READABLE)) best = plan;
  }
  return best.shown > 0 ? spread(best, width) : { ...best, columns: 1, shown: 1 };
}
