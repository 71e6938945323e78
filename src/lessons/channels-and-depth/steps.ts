import { kernelDepth } from '../../model/examples/kernel-depth.ts';
import type { Lesson } from '../lesson.ts';

export const lesson: Lesson = {
  steps: [
    { id: 'depth', scene: { show: ['stage'] }, task: { type: 'question', question: 'kernel-shape' } },
    { id: 'slices', task: { type: 'question', question: 'two-slices' } },
    { id: 'different', task: { type: 'question', question: 'of-one-filter' } },
    { id: 'maps', task: { type: 'question', question: 'maps' } },
    { id: 'channels', task: { type: 'question', question: 'filters-for' } },
    { id: 'count', task: { type: 'question', question: 'count' } },
    {
      id: 'open',
      scene: {
        document: kernelDepth.document,
        input: { split: 'test', index: 37 },
        focus: null,
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'look', layer: 'conv2d_1' } },
    },
    {
      id: 'see',
      scene: { focus: { layer: 'conv2d_1', index: [3, 3, 12] }, aspect: 'filters', playing: false },
    },
    { id: 'field', task: { type: 'question', question: 'field' } },
  ],
};
