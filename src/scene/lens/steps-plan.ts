/** How the steps stand: which of them, how wide a column is, how high the grids are. */
export interface StepsPlan {
  readonly first: number;
  readonly count: number;
  readonly column: number;
  readonly left: number;
  readonly inputHeight: number;
  readonly hiddenHeight: number;
}

export const BOX = 22;
/** Of a column. */
export const BOX_SHARE = 0.7;
export const BUS = 16;
export const AXIS = 14;
/** On either side of the boxes: where states come from and lead to. */
export const END = 26;
