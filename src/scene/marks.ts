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
  | { readonly type: 'cell'; readonly layer: string; readonly index: readonly number[] } // an output cell, or a cell of `input`
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
  };
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

export type Mark = ImageMark | CellMark | RectMark | PathMark | TextMark;

/** A picture: its marks back to front, and the size it needs. Pure data: same input, same picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
