import { edges } from '../../model/examples/edges.ts';
import { pooling } from '../../model/examples/pooling.ts';
import type { Lesson } from '../lesson.ts';

export const lesson: Lesson = {
  steps: [
    { id: 'rectified', scene: { show: ['stage'] }, task: { type: 'question', question: 'rectified' } },
    { id: 'order', task: { type: 'question', question: 'order' } },
    {
      id: 'sparse',
      scene: {
        document: edges.document,
        weights: edges.weights!,
        input: { split: 'test', index: 37 },
        focus: null,
        playing: false,
        show: ['probe', 'stage'],
      },
      task: { type: 'do', goal: { goal: 'look', layer: 're_lu' } },
    },
    { id: 'kept', scene: { show: ['stage'] }, task: { type: 'question', question: 'kept' } },
    { id: 'pool', task: { type: 'question', question: 'pool' } },
    {
      id: 'kinds',
      scene: {
        document: pooling.document,
        input: { tensor: pooling.probe! },
        focus: { layer: 'max_pooling2d', index: [0, 0, 0] },
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'visit', layer: 'max_pooling2d', cells: 3 } },
    },
    { id: 'global', task: { type: 'question', question: 'global' } },
    { id: 'coupled', task: { type: 'question', question: 'coupled' } },
    { id: 'share', task: { type: 'question', question: 'share' } },
  ],
};
