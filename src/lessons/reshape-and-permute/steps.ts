import type { Lesson } from '../lesson.ts';
import { layer, stackOf, tensorOf } from '../small-model.ts';

const causal = (name: string, dilation_rate: number) =>
  layer('Conv1D', {
    name,
    filters: 32,
    kernel_size: 5,
    padding: 'causal',
    dilation_rate,
    activation: 'elu',
  });

export const lesson: Lesson = {
  steps: [
    { id: 'row', scene: { show: ['stage'] }, task: { type: 'question', question: 'row' } },
    {
      id: 'follow',
      scene: {
        document: {
          ...stackOf(
            'Reshape((5, 10)), Permute((2, 1))',
            [10, 5],
            [
              layer('Reshape', { target_shape: [5, 10] }),
              { ...layer('Permute', { dims: [2, 1] }), inputs: ['input'] },
            ],
          ),
        },
        input: {
          tensor: tensorOf(
            [10, 5],
            Array.from({ length: 50 }, (_, at) => at),
          ),
        },
        focus: { layer: 'reshape', index: [0, 0] },
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'visit', layer: 'reshape', cells: 6 } },
    },
    { id: 'scattered', task: { type: 'question', question: 'scattered' } },
    { id: 'turned', task: { type: 'question', question: 'turned' } },
    { id: 'shared', task: { type: 'question', question: 'shared' } },
    { id: 'slice', task: { type: 'question', question: 'slice' } },
    { id: 'rows', task: { type: 'question', question: 'rows' } },
    {
      id: 'compare',
      scene: {
        // As the presets have it, names included: two of them then stand beside it.
        document: {
          ...stackOf(
            'Reshape((5, 10, 1))',
            [10, 5],
            [
              layer('Reshape', { target_shape: [5, 10, 1] }),
              ...[1, 2, 4, 8, 16].map((dilation, at) =>
                layer('TimeDistributed', { layer: causal(`conv1d_${3 + at}`, dilation) }),
              ),
              layer('Reshape', { target_shape: [10, 160] }),
              causal('conv1d', 1),
              causal('conv1d_1', 2),
              causal('conv1d_2', 4),
              layer('MaxPooling1D'),
              layer('Flatten'),
              layer('Dense', { units: 1 }),
            ],
          ),
          seed: 3,
          dataset: { name: 'weather', train: 800, test: 400 },
          compile: { optimizer: 'adam', loss: 'mean_squared_error' },
          fit: { epochs: 3 },
        },
        focus: null,
        show: ['stage', 'compare'],
      },
      task: { type: 'do', goal: { goal: 'compare', models: 3 } },
    },
  ],
};
