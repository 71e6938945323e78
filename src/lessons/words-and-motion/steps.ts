import type { Lesson } from '../lesson.ts';
import { layer, stackOf, tensorOf } from '../small-model.ts';

/** Two kinds of movement over 40 steps: a push in `x`, and a little later one in `y`. */
const PUSH = [0, 1, 3, 4, 3, 1, 0, -1, -2, -1];
const STEPS = 40;
const START = 8;

const gesture = Array.from({ length: STEPS }, (_, step) => [
  PUSH[step - START] ?? 0,
  PUSH[step - START - 2] ?? 0,
]).flat();

export const lesson: Lesson = {
  steps: [
    {
      id: 'places',
      scene: {
        document: stackOf(
          'Embedding(273, 6), Conv1D(4, 2)',
          [16],
          [
            layer('Embedding', { input_dim: 273, output_dim: 6 }),
            layer('Conv1D', { filters: 4, kernel_size: 2, activation: 'relu' }),
          ],
          'sentences',
        ),
        focus: { layer: 'conv1d' },
        show: ['stage'],
      },
      task: { type: 'question', question: 'places' },
    },
    { id: 'kernel', task: { type: 'question', question: 'kernelShape' } },
    {
      id: 'watch',
      scene: {
        document: stackOf(
          'Embedding(273, 6), Conv1D(4, 2)',
          [16],
          [
            layer('Embedding', { input_dim: 273, output_dim: 6 }),
            layer('Conv1D', { filters: 4, kernel_size: 2, activation: 'relu' }),
          ],
          'sentences',
        ),
        focus: { layer: 'conv1d', index: [0, 0] },
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'visit', layer: 'conv1d', cells: 4 } },
    },
    { id: 'moved', task: { type: 'question', question: 'moved' } },
    { id: 'pooled', task: { type: 'question', question: 'pooled' } },
    {
      id: 'shift',
      scene: {
        document: stackOf(
          'Conv1D(2, 5), GlobalMaxPooling1D',
          [STEPS, 2],
          [layer('Conv1D', { filters: 2, kernel_size: 5 }), layer('GlobalMaxPooling1D')],
        ),
        input: { tensor: tensorOf([STEPS, 2], gesture) },
        focus: { layer: 'global_max_pooling1d', index: [0] },
        playing: false,
        show: ['probe', 'stage'],
      },
      task: { type: 'do', goal: { goal: 'probe' } },
    },
    { id: 'products', scene: { show: ['stage'] }, task: { type: 'question', question: 'products' } },
    {
      id: 'train',
      scene: {
        document: {
          ...stackOf(
            'Conv1D(16, 2), GlobalMaxPooling1D',
            [16],
            [
              layer('Embedding', { input_dim: 273, output_dim: 8 }),
              layer('Conv1D', { filters: 16, kernel_size: 2, activation: 'relu' }),
              layer('GlobalMaxPooling1D'),
              layer('Dense', { units: 2, activation: 'softmax' }),
            ],
            'sentences',
          ),
          compile: {
            optimizer: { class_name: 'Adam', config: { learning_rate: 0.01 } },
            loss: 'categorical_crossentropy',
            metrics: ['accuracy'],
          },
          fit: { epochs: 3, batch_size: 32 },
        },
        input: { text: 'yesterday evening the soup was not tasty and my sister said the same' },
        focus: null,
        show: ['stage', 'lab'],
      },
      task: { type: 'do', goal: { goal: 'train', epochs: 2 } },
    },
    {
      id: 'pair',
      scene: {
        // The filter that finds “was not” once it is trained.
        focus: { layer: 'global_max_pooling1d', index: [11] },
        playing: false,
        show: ['probe', 'stage'],
      },
      task: { type: 'do', goal: { goal: 'look', layer: 'conv1d' } },
    },
  ],
};
