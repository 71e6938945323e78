import { expect } from 'vitest';
import type { Asked } from '../../src/lessons/question.ts';
import { admit } from '../../src/model/gate.ts';
import type { NetworkLayer } from '../../src/model/network.ts';

type Config = Readonly<Record<string, unknown>>;
const list = (value: unknown) => value as readonly number[];

/** How many places a kernel has on an axis: it is laid down one place after the other. */
function placesOf(size: number, kernel: number, stride: number, dilation: number, padding: unknown): number {
  if (padding === 'same' || padding === 'causal') {
    let places = 0;
    for (let at = 0; at < size; at += stride) places++;
    return places;
  }
  let places = 0;
  for (let at = 0; at + (kernel - 1) * dilation < size; at += stride) places++;
  return places;
}

/** Of the layers that lessons ask about most, shape and parameters counted one by one; undefined for others. */
function slow({ kind, config, inputShapes }: NetworkLayer): { shape: number[]; params: number } | undefined {
  const given = config as unknown as Config;
  const input = inputShapes[0]!;
  const channels = input.at(-1)!;
  if (/^Conv[123]D$/.test(kind) && given.data_format !== 'channels_first' && given.groups === 1) {
    const kernel = list(given.kernel_size);
    const filters = given.filters as number;
    const shape = kernel.map((size, axis) =>
      placesOf(
        input[axis]!,
        size,
        list(given.strides)[axis]!,
        list(given.dilation_rate)[axis]!,
        given.padding,
      ),
    );
    let params = 0;
    for (let filter = 0; filter < filters; filter++) {
      for (let channel = 0; channel < channels; channel++) {
        let slice = 1;
        for (const size of kernel) slice *= size;
        params += slice;
      }
      if (given.use_bias) params++;
    }
    return { shape: [...shape, filters], params };
  }
  if (/^(?:Max|Average)Pooling[123]D$/.test(kind) && given.data_format !== 'channels_first') {
    const pool = list(given.pool_size);
    const strides = list(given.strides ?? given.pool_size);
    const shape = pool.map((size, axis) => placesOf(input[axis]!, size, strides[axis]!, 1, given.padding));
    return { shape: [...shape, channels], params: 0 };
  }
  if (kind === 'Dense') {
    const units = given.units as number;
    let params = 0;
    for (let unit = 0; unit < units; unit++) params += channels + (given.use_bias ? 1 : 0);
    return { shape: [...input.slice(0, -1), units], params };
  }
  if (kind === 'LSTM') {
    const units = given.units as number;
    let params = 0;
    for (const _ of ['input', 'forget', 'cell', 'output'])
      for (let unit = 0; unit < units; unit++) params += channels + units + (given.use_bias ? 1 : 0);
    return { shape: given.return_sequences ? [input[0]!, units] : [units], params };
  }
  return undefined;
}

/** The model of a question, layer by layer, as it comes out of counting. */
export function slowSummary({ document }: Asked): void {
  if (document === undefined) return;
  for (const layer of admit(document).network.layers) {
    const known = slow(layer);
    if (!known) continue;
    expect(layer.outputShape, layer.name).toEqual(known.shape);
    expect(layer.params, layer.name).toBe(known.params);
  }
}
