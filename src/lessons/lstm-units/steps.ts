import type { Lesson } from '../lesson.ts';
import { layer, stackOf } from '../small-model.ts';

const lstm = (title: string, config: object) =>
  stackOf(title, [10, 5], [layer('LSTM', { units: 4, ...config })], 'weather');

export const lesson: Lesson = {
  steps: [
    { id: 'numbers', scene: { show: ['stage'] }, task: { type: 'question', question: 'numbers' } },
    {
      id: 'unrolled',
      scene: {
        document: lstm('LSTM(4, return_sequences=True)', { return_sequences: true }),
        focus: { layer: 'lstm', index: [0, 0] },
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'visit', layer: 'lstm', cells: 5 } },
    },
    { id: 'parameters', task: { type: 'question', question: 'parameters' } },
    { id: 'longer', task: { type: 'question', question: 'longer' } },
    {
      id: 'units',
      scene: {
        document: lstm('LSTM(4)', {}),
        focus: { layer: 'lstm', index: [0] },
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'set', layer: 'lstm', key: 'units', value: 8 } },
    },
    { id: 'sequences', task: { type: 'question', question: 'sequences' } },
    { id: 'memory', task: { type: 'question', question: 'memory' } },
    { id: 'cell', task: { type: 'question', question: 'cell' } },
  ],
};
