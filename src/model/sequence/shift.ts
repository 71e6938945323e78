import { sizeOf, type Tensor } from '../../base/tensor.ts';

/** What comes in where a sequence is shifted: zeros, or the step at its edge again and again. */
export type Fill = 'zeros' | 'edge';

/** A sequence, `[step, …]`, later by so many whole steps, earlier where that is negative. */
export function shift({ shape, data }: Tensor, by: number, fill: Fill): Tensor {
  const steps = shape[0]!;
  const size = sizeOf(shape.slice(1));
  const out = new Float32Array(data.length);
  for (let step = 0; step < steps; step++) {
    const from = step - by;
    const inside = from >= 0 && from < steps;
    if (!inside && fill === 'zeros') continue;
    const read = Math.min(Math.max(from, 0), steps - 1) * size;
    out.set(data.subarray(read, read + size), step * size);
  }
  return { shape, data: out };
}
