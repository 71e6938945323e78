import * as tf from '@tensorflow/tfjs-core';
import type { FillMode, MovingConfig } from '../model/layers/augmentation.ts';

/** Where a picture's output cell `[col, row]` is read: `[a b c; d e f]` times `[col, row, 1]`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The cell that stands for one beyond the edge. */
const INSIDE: Readonly<Record<Exclude<FillMode, 'constant'>, (cell: number, size: number) => number>> = {
  nearest: (cell, size) => Math.min(Math.max(cell, 0), size - 1),
  wrap: (cell, size) => ((cell % size) + size) % size,
  reflect(cell, size) {
    const turn = ((cell % (2 * size)) + 2 * size) % (2 * size);
    return turn < size ? turn : 2 * size - 1 - turn;
  },
};

/** The cells around a place between them and how much of each is read there. */
function around(
  at: number,
  interpolation: MovingConfig['interpolation'],
): readonly (readonly [number, number])[] {
  if (interpolation === 'nearest') return [[Math.sign(at) * Math.floor(Math.abs(at) + 0.5), 1]];
  const low = Math.floor(at);
  return [
    [low, 1 - (at - low)],
    [low + 1, at - low],
  ];
}

/** Which cells the output is made of: for each output cell `taps` places in a list of all cells, and their parts. */
interface Taps {
  readonly taps: number;
  readonly places: Int32Array;
  readonly parts: Float32Array;
  /** What of each output cell is the fill value. */
  readonly filled: Float32Array;
}

function tapsFor(config: MovingConfig, moves: readonly Affine[], rows: number, cols: number): Taps {
  const { fill_mode: mode, interpolation } = config;
  const taps = interpolation === 'nearest' ? 1 : 4;
  const cells = moves.length * rows * cols;
  const places = new Int32Array(cells * taps);
  const parts = new Float32Array(cells * taps);
  const filled = new Float32Array(cells);
  let cell = 0;
  for (const [sample, [a, b, c, d, e, f]] of moves.entries()) {
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++, cell++) {
        let tap = cell * taps;
        const across = around(a * col + b * row + c, interpolation);
        for (const [y, partY] of around(d * col + e * row + f, interpolation)) {
          for (const [x, partX] of across) {
            const part = partX * partY;
            const outside = x < 0 || y < 0 || x >= cols || y >= rows;
            if (mode === 'constant' && outside) filled[cell]! += part;
            else {
              const [toX, toY] =
                mode === 'constant' ? [x, y] : [INSIDE[mode](x, cols), INSIDE[mode](y, rows)];
              places[tap] = (sample * rows + toY) * cols + toX;
              parts[tap] = part;
            }
            tap++;
          }
        }
      }
    }
  }
  return { taps, places, parts, filled };
}

/** Rows of `[cell, channel]` by place, each `taps` times in a row, weighed and added up. */
function gathered(cells: tf.Tensor2D, { taps, places, parts }: Taps): tf.Tensor2D {
  const operation = tf.customGrad((given, save) => {
    const input = given as tf.Tensor2D;
    const where = tf.tensor1d(places, 'int32');
    const shares = tf.tensor2d(parts, [parts.length, 1]);
    (save as tf.GradSaveFunc)([where, shares]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [where, shares] = saved as [tf.Tensor1D, tf.Tensor2D];
      const [count, channels] = dy.shape as [number, number];
      const each = tf.reshape(tf.tile(tf.expandDims(dy, 1), [1, taps, 1]), [count * taps, channels]);
      return tf.scatterND(tf.expandDims(where, 1), tf.mul(each, shares), [...input.shape]);
    };
    const read = tf.mul(tf.gather(input, where), shares);
    return { value: tf.sum(tf.reshape(read, [-1, taps, input.shape[1]]), 1), gradFunc };
  });
  return operation(cells) as tf.Tensor2D;
}

/** Each picture of `[batch, row, col, channel]` moved as its own `Affine` says; differentiable. */
export function resample(x: tf.Tensor4D, config: MovingConfig, moves: readonly Affine[]): tf.Tensor4D {
  const [batch, rows, cols, channels] = x.shape;
  const taps = tapsFor(config, moves, rows, cols);
  const read = gathered(tf.reshape(x, [batch * rows * cols, channels]), taps);
  if (config.fill_mode !== 'constant' || config.fill_value === 0) return tf.reshape(read, x.shape);
  const filled = tf.mul(tf.tensor2d(taps.filled, [taps.filled.length, 1]), config.fill_value);
  return tf.reshape(tf.add(read, filled), x.shape);
}
