import type { Example } from './example.ts';

/** Ten steps of five features, read on row by row, and turned: the same shape, other neighbours. */
export const reshapeAndPermute: Example = {
  id: 'reshape-and-permute',
  document: {
    kernelscope: 1,
    title: 'Reshape is not Permute',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [10, 5],
      layers: [
        { class_name: 'Reshape', config: { name: 'reshape', target_shape: [5, 10] } },
        { class_name: 'Permute', config: { name: 'permute', dims: [2, 1] }, inputs: ['input'] },
      ],
      outputs: ['reshape', 'permute'],
    },
    view: { focus: { layer: 'permute', index: [2, 3] }, playing: false },
  },
  // Step s, feature f is 5s + f: every number says where it comes from.
  probe: { shape: [10, 5], data: Array.from({ length: 50 }, (_, at) => at) },
};
