import { type Shape, sizeOf } from '../../base/tensor.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { targetSize } from '../../model/datasets/target.ts';
import type { Sample } from '../engine.ts';

/** Samples side by side. */
export interface Rows {
  readonly count: number;
  /** `[sample, number]`: class numbers, or numbers; see the definition's target. */
  readonly targets: Uint8Array | Float32Array;
  /** Writes the numbers of a sample, as the model sees them, at `into[start…]`. */
  read(row: number, into: Float32Array, start: number): void;
}

type Stored = Uint8Array | Int16Array | Uint16Array;

/** Makes numbers of those that are stored; the same on every machine that a browser runs on: little-endian. */
function reader({ shape, storage }: DatasetDefinition, values: Stored): Rows['read'] {
  const size = sizeOf(shape);
  if (storage.type !== 'int16') {
    const divisor = storage.type === 'bytes' ? 255 : 1;
    return (row, into, start) => {
      const from = row * size;
      for (let cell = 0; cell < size; cell++) into[start + cell] = values[from + cell]! / divisor;
    };
  }
  const { scale, offset } = storage;
  const period = scale.length;
  return (row, into, start) => {
    const from = row * size;
    for (let cell = 0; cell < size; cell++) {
      const channel = cell % period;
      into[start + cell] = values[from + cell]! * scale[channel]! + offset[channel]!;
    }
  };
}

/** The samples of a file, inflated: the targets of all of them, then the values of all of them. */
export function rowsOf(definition: DatasetDefinition, bytes: Uint8Array<ArrayBuffer>): Rows {
  const { shape, storage, target } = definition;
  const targetBytes = targetSize(target) * (target.type === 'numbers' ? Float32Array.BYTES_PER_ELEMENT : 1);
  const valueBytes = sizeOf(shape) * (storage.type === 'bytes' ? 1 : 2);
  const count = bytes.length / (targetBytes + valueBytes);
  if (!Number.isInteger(count)) throw new Error(`${bytes.length} bytes`);
  const first = bytes.slice(0, count * targetBytes);
  // A copy begins where numbers of two bytes may.
  const rest = storage.type === 'bytes' ? bytes.subarray(first.length) : bytes.slice(first.length);
  const values =
    storage.type === 'bytes'
      ? rest
      : storage.type === 'uint16'
        ? new Uint16Array(rest.buffer)
        : new Int16Array(rest.buffer);
  return {
    count,
    targets: target.type === 'numbers' ? new Float32Array(first.buffer) : first,
    read: reader(definition, values),
  };
}

/** The first `count` samples of rows that follow one another, each of `most` samples but the last. */
export function joinRows(parts: readonly Rows[], most: number, count: number, size: number): Rows {
  const length = count * size;
  const targets =
    parts[0]?.targets instanceof Float32Array ? new Float32Array(length) : new Uint8Array(length);
  parts.forEach((part, number) => {
    const start = number * most * size;
    targets.set(part.targets.subarray(0, length - start), start);
  });
  return {
    count,
    targets,
    read: (row, into, start) => parts[Math.floor(row / most)]!.read(row % most, into, start),
  };
}

export function sampleOf(rows: Rows, row: number, shape: Shape, size: number): Sample {
  const data = new Float32Array(sizeOf(shape));
  rows.read(row, data, 0);
  const targets = [...rows.targets.subarray(row * size, (row + 1) * size)];
  return { input: { shape, data }, label: targets[0]!, targets };
}
