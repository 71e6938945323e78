import type { ScaleSpec } from '../base/color.ts';
import type { MapPlace } from './view-of-shape.ts';

/** Colours by meaning; the painter resolves them for the theme (`paint/theme.ts`). */
export type Ink =
  | 'ink' // text and figures
  | 'muted' // labels
  | 'line' // hairlines
  | 'surface'
  | 'raised' // a panel on the surface
  | 'accent' // the focus: window, cell, chosen
  | 'accent-soft'
  | 'second' // the second series (validation)
  | 'positive'
  | 'negative'
  | 'error'
  | 'none';

/** What a mark stands for: what a pointer over it focuses, and what choosing it explains. */
export type Target =
  // An output cell, or a cell of `input`; `step` where the output tells none (`Focus`).
  | {
      readonly type: 'cell';
      readonly layer: string;
      readonly index: readonly number[];
      readonly step?: number | undefined;
    }
  | {
      readonly type: 'weight';
      readonly layer: string;
      readonly weight: string;
      readonly index: readonly number[];
    }
  | { readonly type: 'map'; readonly layer: string; readonly channel: number }
  | { readonly type: 'layer'; readonly layer: string };

interface BaseMark {
  /** Hit by the pointer where present. For `image` and `cells`, see `targetAt` in `scene/hit.ts`. */
  readonly target?: Target;
}

/** Which cell of a recurrent layer's output stands where in a picture of its hidden state. */
export interface Moments {
  /** What stands at column 0, and what the next column adds: a step of the output where that tells them, else of the input. */
  readonly first: number;
  readonly by: 1 | -1;
  readonly told: boolean;
  /** The output's unit in row 0. */
  readonly unit: number;
  /** What stands before both in the output's index. */
  readonly before: readonly number[];
}

/**
 * A feature map, kernel slice or picture: one mark, however many cells. `values[offset + r * rowStride + c * colStride]`
 * is cell (r, c), so a channel of `[row, col, channel]` data is a view, not a copy.
 */
export interface ImageMark extends BaseMark {
  readonly type: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly offset: number;
  readonly rows: number;
  readonly cols: number;
  readonly rowStride: number;
  readonly colStride: number;
  readonly scale: ScaleSpec;
  /** The picture in its colours: the cell's value and the two after it are red, green and blue; `scale` gives their range. */
  readonly color?: boolean;
  /** Which cell a position within the image is: `layer`'s output (or input) cell `[r, c, channel]`. */
  readonly cells?: {
    readonly layer: string;
    readonly channel?: number;
    /** Of any number of axes: which of them are down and across, and where the others stand. */
    readonly place?: MapPlace;
    readonly weight?: string;
    readonly rest?: readonly number[];
    /** Of a recurrent layer, its units down and its steps across. */
    readonly moments?: Moments;
  };
}

/**
 * A signal over time as a line: one mark, however many steps. `values[offset + step * stride]` stands at the middle of
 * its step's share of the width, `low` at the bottom and `high` at the top.
 */
export interface SignalMark extends BaseMark {
  readonly type: 'signal';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly offset: number;
  readonly stride: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
  readonly ink: Ink;
  readonly strokeWidth?: number;
  readonly opacity?: number;
  /** Tinted between the line and zero, above it as positive, below it as negative. */
  readonly filled?: boolean;
  /** Which cell a position within the line is, as of an image of one row. */
  readonly cells?: { readonly layer: string; readonly place: MapPlace };
}

/** One readable cell: a filled square with its number. */
export interface CellMark extends BaseMark {
  readonly type: 'cell';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly value: number;
  /** Digits already formatted (`scene/format.ts`); absent: too small to read. */
  readonly label?: string;
  readonly scale: ScaleSpec;
  /** Drawn hatched: padding. */
  readonly padding?: boolean;
  readonly outline?: Ink;
}

export interface RectMark extends BaseMark {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
  readonly radius?: number;
  readonly opacity?: number;
  readonly dash?: readonly number[];
  /** Drawn hatched: padding. */
  readonly padding?: boolean;
}

export interface PathMark extends BaseMark {
  readonly type: 'path';
  /** Flat x, y, x, y …; `NaN` lifts the pen. */
  readonly points: Float32Array | readonly number[];
  /** `smooth`: horizontal-tangent curves between points, for edges between columns. */
  readonly curve?: 'linear' | 'smooth';
  readonly stroke: Ink;
  readonly strokeWidth: number;
  readonly opacity?: number;
  readonly dash?: readonly number[];
  readonly fill?: Ink;
}

export interface TextMark extends BaseMark {
  readonly type: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  /** Pixels. */
  readonly size: number;
  readonly ink: Ink;
  readonly weight?: 400 | 500 | 600;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export type Mark = ImageMark | SignalMark | CellMark | RectMark | PathMark | TextMark;

/** A picture: its marks back to front, and the size it needs. Pure data: same input, same picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
