import { sizeOf, type Tensor } from '../../base/tensor.ts';

/** How Keras's Bidirectional joins what its two layers give. */
export type MergeMode = 'concat' | 'sum' | 'mul' | 'ave';

/** Steps in the opposite order. */
export function turned({ shape, data }: Tensor): Tensor {
  const size = sizeOf(shape.slice(1));
  const turnedData = new Float32Array(data.length);
  for (let step = 0; step < shape[0]!; step++) {
    turnedData.set(data.subarray(step * size, (step + 1) * size), (shape[0]! - 1 - step) * size);
  }
  return { shape, data: turnedData };
}

const MERGES: Readonly<Record<Exclude<MergeMode, 'concat'>, (a: number, b: number) => number>> = {
  sum: (a, b) => a + b,
  mul: (a, b) => a * b,
  ave: (a, b) => (a + b) / 2,
};

/** Both outputs as one; the forward one alone where they stay apart. */
export function merged(mode: MergeMode | null, forward: Tensor, backward: Tensor): Tensor {
  if (mode === null) return forward;
  const { shape } = forward;
  if (mode !== 'concat') {
    const data = forward.data.map((value, at) => MERGES[mode](value, backward.data[at]!));
    return { shape, data };
  }
  const [first, second] = [shape.at(-1)!, backward.shape.at(-1)!];
  const rows = forward.data.length / first;
  const data = new Float32Array(rows * (first + second));
  for (let row = 0; row < rows; row++) {
    data.set(forward.data.subarray(row * first, (row + 1) * first), row * (first + second));
    data.set(backward.data.subarray(row * second, (row + 1) * second), row * (first + second) + first);
  }
  return { shape: [...shape.slice(0, -1), first + second], data };
}
