import { INPUT_NAME, type Network } from '../../model/network.ts';
import { cellAtStep } from '../../model/playback.ts';
import type { Trace } from '../../model/trace.ts';
import { layerScale } from '../layer-scale.ts';
import type { ImageMark, Mark, Picture } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { regionBehind, regionOf } from '../region.ts';

const GAP = 18;

/** Rows, columns and channels as they are drawn: of a sequence every step and channel, of a volume its first slice. */
function gridOf(shape: readonly number[]): [number, number, number] {
  if (shape.length > 2) return shape.slice(-3) as [number, number, number];
  return [shape[0]!, shape[1] ?? 1, 1];
}

/** The first channel of a `[row, col, channel]` tensor, as large as fits a square. */
function mapAt(trace: Trace, layer: string, x: number, size: number): { mark: ImageMark; unit: number } {
  const tensor = layer === INPUT_NAME ? trace.input : trace.layers.get(layer)!.output;
  const [rows, cols, channels] = gridOf(tensor.shape);
  const unit = size / Math.max(rows, cols);
  const [width, height] = [cols * unit, rows * unit];
  const mark: ImageMark = {
    type: 'image',
    x: x + (size - width) / 2,
    y: (size - height) / 2,
    width,
    height,
    values: tensor.data,
    offset: 0,
    rows,
    cols,
    rowStride: cols * channels,
    colStride: channels,
    scale: layerScale(trace, layer),
  };
  return { mark, unit };
}

function outline({ x, y, width, height }: Rect): Mark[] {
  const rect = { type: 'rect', x, y, width, height } as const;
  return [
    { ...rect, stroke: 'surface', strokeWidth: 3 },
    { ...rect, stroke: 'accent', strokeWidth: 1.5 },
  ];
}

/**
 * A network's first layer at work, small: its input with the window of step `step`, and the first channel of what it
 * gives with the cell that comes from it. Two squares of `size` pixels side by side.
 */
export function thumbnail(network: Network, trace: Trace, step: number, size: number): Picture {
  const layer = network.layers[0]!;
  const input = mapAt(trace, INPUT_NAME, 0, size);
  const output = mapAt(trace, layer.name, size + GAP, size);
  const index = cellAtStep(layer.outputShape, 0, step);
  const seen = regionBehind(layer, regionOf(index));
  const marks: Mark[] = [input.mark, output.mark];
  if (seen && seen.length > 1) {
    const [[top, bottom], [left, right]] = seen.slice(-3) as [[number, number], [number, number]];
    marks.push(
      ...outline({
        x: input.mark.x + left * input.unit,
        y: input.mark.y + top * input.unit,
        width: (right - left + 1) * input.unit,
        height: (bottom - top + 1) * input.unit,
      }),
    );
  }
  const [row, col] = index.length > 1 ? (index.slice(-3) as [number, number]) : [index[0]!, 0];
  marks.push(
    ...outline({
      x: output.mark.x + col * output.unit,
      y: output.mark.y + row * output.unit,
      width: output.unit,
      height: output.unit,
    }),
  );
  const [from, to, middle] = [size + 4, size + GAP - 4, size / 2];
  marks.push({
    type: 'path',
    points: [
      from,
      middle,
      to,
      middle,
      Number.NaN,
      Number.NaN,
      to - 3,
      middle - 3,
      to,
      middle,
      to - 3,
      middle + 3,
    ],
    stroke: 'muted',
    strokeWidth: 1.25,
  });
  return { width: 2 * size + GAP, height: size, marks };
}
