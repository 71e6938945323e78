import type { Lesson } from '../lesson.ts';
import { layer, stackOf, tensorOf } from '../small-model.ts';

const conv = (dilation_rate: number) =>
  layer('Conv1D', {
    filters: 1,
    kernel_size: 3,
    padding: 'causal',
    ...(dilation_rate > 1 && { dilation_rate }),
  });

const NUMBERS = [0.2, 0.5, 0.9, 0.4, 0.1, 0.3, 0.7, 0.8, 0.6, 0.2, 0.4, 0.5];

export const lesson: Lesson = {
  steps: [
    { id: 'reads', scene: { show: ['stage'] }, task: { type: 'question', question: 'reads' } },
    {
      id: 'later',
      scene: {
        document: stackOf('Conv1D(1, 3, causal)', [12, 1], [conv(1)]),
        weights: {
          conv1d: [
            { shape: [3, 1, 1], data: [1, 2, 3] },
            { shape: [1], data: [0] },
          ],
        },
        input: { tensor: tensorOf([12, 1], NUMBERS) },
        focus: { layer: 'conv1d', index: [6, 0] },
        playing: false,
        show: ['probe', 'stage'],
      },
      task: { type: 'do', goal: { goal: 'probe' } },
    },
    { id: 'changes', task: { type: 'question', question: 'changes' } },
    { id: 'zeros', scene: { show: ['stage'] }, task: { type: 'question', question: 'zeros' } },
    { id: 'parameters', task: { type: 'question', question: 'parameters' } },
    { id: 'reach', task: { type: 'question', question: 'reach' } },
    { id: 'compound', task: { type: 'question', question: 'compound' } },
    {
      id: 'cover',
      scene: {
        document: stackOf('Conv1D(1, 3, causal) × 3', [10, 1], [conv(1), conv(2), conv(1)]),
        input: { tensor: tensorOf([10, 1], NUMBERS.slice(0, 10)) },
        focus: { layer: 'conv1d_2', index: [9, 0] },
        aspect: 'cone',
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'set', layer: 'conv1d_2', key: 'dilation_rate', value: 4 } },
    },
    { id: 'needed', task: { type: 'question', question: 'needed' } },
  ],
};
