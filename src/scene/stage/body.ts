import type { Rect } from '../rect.ts';
import type { ShapeView } from '../view-of-shape.ts';
import type { KernelSlot, MapSlot, StageBand, UnitGrid } from './bands.ts';

/** What stands in a band below its header, placed relative to the band's own corner. */
export interface BandBody {
  readonly width: number;
  readonly height: number;
  readonly maps: readonly MapSlot[];
  readonly kernels: readonly KernelSlot[];
  readonly units?: UnitGrid | undefined;
  readonly hidden: number;
  readonly chosen?: Rect | undefined;
  readonly slices?: StageBand['slices'];
  /** What its maps show, where that depends on the room. */
  readonly view?: ShapeView;
}

export interface BodyRoom {
  /** Most pixels across; a row of bands bounds the height, a column of bands the width. */
  readonly width: number;
  readonly height: number;
  /** Wished side of one map. */
  readonly size: number;
  /** Fills lines downwards (bands side by side) or rightwards (bands one below the other). */
  readonly along: 'x' | 'y';
  readonly kernels: boolean;
  /** Most maps; absent: as many as there is room for. */
  readonly most?: number;
}
