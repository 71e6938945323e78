import { type Shape, stridesOf } from '../base/tensor.ts';

/** How an output of two or more axes is looked at: as maps, each over two of its axes. */
export interface ShapeView {
  readonly shape: Shape;
  /** The axes that run down and across a map. */
  readonly down: number;
  readonly across: number;
  /** The axis whose places are maps of their own; undefined where one map shows all. */
  readonly maps: number | undefined;
  /** The axes of which a map shows one place. */
  readonly sliced: readonly number[];
}

/** What a map shows: `at` is its first cell, to whose `down` and `across` places a cell's row and column are added. */
export interface MapPlace {
  readonly down: number;
  readonly across: number;
  readonly at: readonly number[];
}

/**
 * The one place that says how a shape is looked at: `[step, channel]` as one map, its steps down, or across where it is
 * `turned`; `[row, col, channel]` as a map a channel; of more axes the last two before the channels, the others sliced.
 */
export function viewOfShape(shape: Shape, channelAxis: number, turned = false): ShapeView {
  const rest = shape.map((_, axis) => axis).filter((axis) => axis !== channelAxis);
  if (shape.length === 2) {
    const [down, across] = turned ? [channelAxis, rest[0]!] : [rest[0]!, channelAxis];
    return { shape, down, across, maps: undefined, sliced: [] };
  }
  const [down, across] = rest.slice(-2) as [number, number];
  return { shape, down, across, maps: channelAxis, sliced: rest.slice(0, -2) };
}

/** `[step, channel]` as a line a channel: a map each, of one row. */
export function signalView(shape: Shape, channelAxis: number): ShapeView {
  return { shape, down: channelAxis, across: 1 - channelAxis, maps: channelAxis, sliced: [] };
}

/** Whether the maps of a view are lines: then they have no rows of their own. */
export function isSignalView({ maps, down }: ShapeView): boolean {
  return maps === down;
}

/** The index of a map's first cell: its channel, and where it is sliced. */
function cornerOf(view: ShapeView, channel: number, slice: readonly number[]): number[] {
  return view.shape.map((_, axis) =>
    axis === view.maps ? channel : view.sliced.includes(axis) ? (slice[axis] ?? 0) : 0,
  );
}

/** Where a map's cells lie in the data, as an image mark has it. */
export function imageOf(view: ShapeView, channel: number, slice: readonly number[]) {
  const { shape, down, across } = view;
  const strides = stridesOf(shape);
  const at = cornerOf(view, channel, slice);
  return {
    offset: at.reduce((sum, place, axis) => sum + place * strides[axis]!, 0),
    rows: isSignalView(view) ? 1 : shape[down]!,
    cols: shape[across]!,
    rowStride: strides[down]!,
    colStride: strides[across]!,
    place: { down, across, at } satisfies MapPlace,
  };
}
