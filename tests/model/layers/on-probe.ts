import { createRandom } from '../../../src/base/random.ts';
import { flatIndex, type Shape, sizeOf, type Tensor } from '../../../src/base/tensor.ts';
import { forward } from '../../../src/model/forward.ts';
import { admit } from '../../../src/model/gate.ts';

export interface LayerJson {
  readonly class_name: string;
  readonly config?: object;
  readonly inputs?: readonly string[];
}

export function networkFrom(input_shape: readonly (number | null)[], ...layers: readonly LayerJson[]) {
  // Stateful layers want a batch of one size.
  return admit({ kernelscope: 1, model: { input_shape, layers, batch_size: 2 } }).network;
}

export function noiseOf(shape: Shape, seed = 1): Tensor {
  const random = createRandom(seed, 'probe');
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.normal()) };
}

/** What a model of layers without weights makes of an input. */
export function outputOf(input: Tensor, ...layers: readonly LayerJson[]): Tensor {
  const network = networkFrom(input.shape, ...layers);
  return forward(network, new Map(), input).layers.get(network.output)!.output;
}

export function at({ shape, data }: Tensor, ...index: number[]): number {
  return data[flatIndex(shape, index)]!;
}
