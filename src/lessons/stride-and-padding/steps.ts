import { presetSlice } from '../../model/kernels/presets.ts';
import type { Lesson, Scene } from '../lesson.ts';
import { layer, stackOf } from '../small-model.ts';

/** Sobel's kernel on a digit, whose arguments can be changed. */
const digit: Scene = {
  document: stackOf(
    'Conv2D(1, 3)',
    [28, 28, 1],
    [layer('Conv2D', { filters: 1, kernel_size: 3, use_bias: false })],
  ),
  weights: { conv2d: [{ shape: [3, 3, 1, 1], data: presetSlice('sobel_x', 3, 3) }] },
  input: { split: 'test', index: 37 },
  focus: { layer: 'conv2d', index: [12, 17, 0] },
  playing: false,
  show: ['stage', 'form'],
};

export const lesson: Lesson = {
  steps: [
    { id: 'valid', scene: { show: ['stage'] }, task: { type: 'question', question: 'valid' } },
    { id: 'stride', task: { type: 'question', question: 'stride' } },
    { id: 'unread', task: { type: 'question', question: 'unread' } },
    {
      id: 'move',
      scene: digit,
      task: { type: 'do', goal: { goal: 'set', layer: 'conv2d', key: 'strides', value: 3 } },
    },
    { id: 'same', scene: { show: ['stage'] }, task: { type: 'question', question: 'same' } },
    { id: 'odd', task: { type: 'question', question: 'odd' } },
    { id: 'dilated', task: { type: 'question', question: 'dilated' } },
    {
      id: 'dilate',
      scene: digit,
      task: { type: 'do', goal: { goal: 'set', layer: 'conv2d', key: 'dilation_rate', value: 4 } },
    },
    { id: 'parameters', scene: { show: ['stage'] }, task: { type: 'question', question: 'parameters' } },
  ],
};
