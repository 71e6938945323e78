import { forward } from '../../../src/model/forward.ts';
import { admit } from '../../../src/model/gate.ts';
import { initialWeights } from '../../../src/model/initialise.ts';
import { thumbnail } from '../../../src/scene/examples/thumbnail.ts';
import type { Picture } from '../../../src/scene/marks.ts';

function small(layer: object, step: number): Picture {
  const { document, network } = admit({
    kernelscope: 1,
    title: 'Small',
    seed: 3,
    dataset: { name: 'mnist' },
    model: { input_shape: [6, 8, 1], layers: [layer] },
  });
  const data = Float32Array.from({ length: 48 }, (_, cell) => (cell % 8 > 2 && cell % 8 < 6 ? 1 : 0));
  const input = { shape: network.inputShape, data };
  return thumbnail(network, forward(network, initialWeights(network, document.seed), input), step, 40);
}

export const examplePictures: Readonly<Record<string, () => Picture>> = {
  'example-convolution': () =>
    small({ class_name: 'Conv2D', config: { filters: 1, kernel_size: 3, padding: 'same', strides: 2 } }, 5),
  'example-dense': () => small({ class_name: 'Flatten', config: {} }, 9),
};
