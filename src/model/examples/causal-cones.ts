import type { Example } from './example.ts';

/** A stack of causal convolutions, one for each dilation, whose last cell's cone is open. */
function causalStack(
  title: string,
  steps: number,
  kernel_size: number,
  dilations: readonly number[],
): Example['document'] {
  const nameOf = (at: number) => (at === 0 ? 'conv1d' : `conv1d_${at}`);
  return {
    kernelscope: 1,
    title,
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [steps, 1],
      layers: dilations.map((dilation_rate, at) => ({
        class_name: 'Conv1D',
        config: {
          name: nameOf(at),
          filters: 2,
          kernel_size,
          padding: 'causal',
          ...(dilation_rate > 1 && { dilation_rate }),
          activation: 'elu',
        },
      })),
    },
    view: {
      focus: { layer: nameOf(dilations.length - 1), index: [steps - 1, 0] },
      aspect: 'cone',
      playing: false,
    },
  };
}

/** Three layers of kernel 3 see 1 + 2 + 4 + 8 = 15 steps. */
export const cone15: Example = {
  id: 'cone-15',
  document: causalStack('Causal, dilations 1, 2, 4: a cone of 15', 20, 3, [1, 2, 4]),
};

/** Five layers of kernel 5 see 1 + 4 + 8 + 16 + 32 + 64 = 125 steps. */
export const cone125: Example = {
  id: 'cone-125',
  document: causalStack('Causal, dilations 1 to 16: a cone of 125', 128, 5, [1, 2, 4, 8, 16]),
};
