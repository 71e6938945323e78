import { sizeOf } from '../../base/tensor.ts';
import type { NamedWeight, Weights } from '../../model/trace.ts';
import { type FetchFile, fetchFile } from './fetch-file.ts';

/** `public/models/digits.json`, as `scripts/train-default.ts` writes it; the numbers are in `digits.bin`. */
export interface ShippedModel {
  readonly title: string;
  /** Training digits, passes over them, and the accuracy on the digits of the test split that were kept apart. */
  readonly digits: number;
  readonly epochs: number;
  readonly test_digits: number;
  readonly test_accuracy: number;
  readonly layers: readonly {
    readonly name: string;
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
  }[];
}

export const SHIPPED_MODEL = 'models/digits.json';
export const SHIPPED_WEIGHTS = 'models/digits.bin';

/**
 * The trained weights of the document that the page opens with. Little-endian float32, in the order of the list.
 * @throws KernelscopeError `network`, naming the file that is missing.
 */
export async function loadShippedWeights(baseUrl: string, fetchUrl?: FetchFile): Promise<Weights> {
  const [description, numbers] = await Promise.all([
    fetchFile(SHIPPED_MODEL, baseUrl, fetchUrl).then((response) => response.json() as Promise<ShippedModel>),
    fetchFile(SHIPPED_WEIGHTS, baseUrl, fetchUrl).then((response) => response.arrayBuffer()),
  ]);
  let offset = 0;
  const read = (shape: readonly number[]): Float32Array => {
    const size = sizeOf(shape);
    offset += size;
    return new Float32Array(numbers, (offset - size) * Float32Array.BYTES_PER_ELEMENT, size).slice();
  };
  return new Map(
    description.layers.map(({ name, weights }): [string, NamedWeight[]] => [
      name,
      weights.map((weight) => ({ ...weight, data: read(weight.shape) })),
    ]),
  );
}
