import type { ScaleSpec } from '../../base/color.ts';
import type { Tensor } from '../../base/tensor.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { isColor } from '../../scene/layer-scale.ts';
import type { Picture } from '../../scene/marks.ts';

/** The scale of a sample of a data set, 0 to 1: light for a colour picture, else gray. */
export function sampleScale({ shape }: Tensor): ScaleSpec {
  return { type: isColor(shape) ? 'light' : 'gray', min: 0, max: 1 };
}

/** A colour picture in its colours, else one channel of a `[row, col, channel]` tensor as large as fits; a flat tensor as one row. */
export function mapPicture(tensor: Tensor, scale: ScaleSpec, width: number, height: number): Picture {
  const [rows, cols, channels] =
    tensor.shape.length === 3 ? (tensor.shape as [number, number, number]) : [1, tensor.data.length, 1];
  const unit = Math.min(width / cols, height / rows);
  const place = { x: (width - cols * unit) / 2, y: 0, width: cols * unit, height: rows * unit };
  return {
    width,
    height,
    marks: [
      {
        type: 'image',
        ...place,
        values: tensor.data,
        offset: 0,
        rows,
        cols,
        rowStride: cols * channels,
        colStride: channels,
        scale,
        ...(scale.type === 'light' && isColor(tensor.shape) && { color: true }),
        cells: { layer: INPUT_NAME, channel: 0 },
      },
    ],
  };
}
