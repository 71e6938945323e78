import type { DatasetStorage } from '../../model/datasets/definition.ts';
import type { Split } from '../engine.ts';
import type { Rows } from './rows.ts';

type Windows = Extract<DatasetStorage, { type: 'windows' }>;

/** A long series, of which samples are windows. */
export interface Series {
  readonly rows: number;
  readonly channels: number;
  /** `[row, channel]`, as the model sees them. */
  readonly values: Float32Array;
}

/** Reads the rows of a series: int16 `[row, column]`, of which some columns are its channels. */
export function seriesOf(storage: Windows, bytes: Uint8Array<ArrayBuffer>): Series {
  const { rows, scale, offset } = storage;
  const stored = new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2));
  const width = stored.length / rows;
  if (!Number.isInteger(width)) throw new Error(`${bytes.length} bytes`);
  const columns = storage.columns ?? Array.from({ length: width }, (_, column) => column);
  const channels = columns.length;
  const values = new Float32Array(rows * channels);
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, channel) => {
      const number = stored[row * width + column]!;
      values[row * channels + channel] = number * scale[channel]! + offset[channel]!;
    });
  }
  return { rows, channels, values };
}

/** The row of the series at which the first window of a split begins. */
export function firstWindow({ testFrom }: Windows, split: Split): number {
  return split === 'train' ? 0 : testFrom;
}

/** The first `count` windows of a split, in the order of time. */
export function windowsOf(storage: Windows, series: Series, split: Split, count: number): Rows {
  const { lookback, ahead, targetChannel } = storage;
  const { channels, values } = series;
  const first = firstWindow(storage, split);
  const targets = Float32Array.from(
    { length: count },
    (_, row) => values[(first + row + lookback - 1 + ahead) * channels + targetChannel]!,
  );
  return {
    count,
    targets,
    read(row, into, start) {
      const from = (first + row) * channels;
      into.set(values.subarray(from, from + lookback * channels), start);
    },
  };
}
