import { edges } from '../../model/examples/edges.ts';
import { firstConvolution } from '../../model/examples/first-convolution.ts';
import { presetSlice } from '../../model/kernels/presets.ts';
import type { Lesson, Scene } from '../lesson.ts';
import { layer, stackOf } from '../small-model.ts';

const first: Scene = {
  document: firstConvolution.document,
  weights: firstConvolution.weights!,
  input: { tensor: firstConvolution.probe! },
  focus: { layer: 'conv2d', index: [0, 0, 0] },
  playing: false,
  show: ['stage'],
};

export const lesson: Lesson = {
  steps: [
    { id: 'orientation', scene: { show: ['stage'] }, task: { type: 'question', question: 'orientation' } },
    { id: 'example', scene: first, task: { type: 'do', goal: { goal: 'visit', layer: 'conv2d', cells: 3 } } },
    { id: 'number', task: { type: 'question', question: 'number' } },
    {
      id: 'edit',
      scene: first,
      task: { type: 'do', goal: { goal: 'value', layer: 'conv2d', index: [0, 0, 0], min: 6 } },
    },
    { id: 'turned', task: { type: 'question', question: 'turned' } },
    { id: 'edges', task: { type: 'question', question: 'edges' } },
    {
      id: 'two-maps',
      scene: {
        document: edges.document,
        weights: edges.weights!,
        input: { split: 'test', index: 37 },
        focus: { layer: 'conv2d', index: [6, 14, 0] },
        playing: false,
        show: ['stage'],
      },
      task: { type: 'do', goal: { goal: 'look', layer: 'conv2d', index: [null, null, 1] } },
    },
    {
      id: 'own',
      scene: {
        document: stackOf(
          'One kernel, 3×3',
          [28, 28, 1],
          [layer('Conv2D', { filters: 1, kernel_size: 3, padding: 'same', use_bias: false })],
        ),
        weights: { conv2d: [{ shape: [3, 3, 1, 1], data: presetSlice('identity', 3, 3) }] },
        focus: { layer: 'conv2d', index: [12, 12, 0] },
        playing: false,
        show: ['probe', 'stage'],
      },
      task: { type: 'do', goal: { goal: 'probe' } },
    },
    {
      id: 'edge',
      scene: { show: ['probe', 'stage'] },
      task: { type: 'do', goal: { goal: 'kernel', layer: 'conv2d' } },
    },
  ],
};
