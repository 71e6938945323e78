import { expect, test } from 'vitest';
import { describeSequence } from '../../src/ui/stage/describe-sequence.ts';
import { networkOf } from '../gallery/network-of.ts';

const ramp = { shape: [6, 1], data: Float32Array.of(0, 3, 1, 5, 2, 4) };

test('a cell over time is told with its steps, its padding and the step that wins', () => {
  const { network, trace } = networkOf(ramp, [
    ['Conv1D', { filters: 1, kernel_size: 3, padding: 'causal', dilation_rate: 2 }],
    ['MaxPooling1D', {}, ['input']],
  ]);
  const conv = describeSequence(network, trace, { layer: 'conv1d', index: [1, 0] }, undefined);
  expect(conv).toEqual([
    'Steps −3 to 1 of input.',
    '2 of 3 on padding.',
    'Every 2 steps one.',
    'No later step is seen.',
  ]);
  const pool = describeSequence(network, trace, { layer: 'max_pooling1d', index: [1, 0] }, undefined);
  expect(pool).toEqual(['Steps 2 to 3 of input.', 'Step 3 is the largest.']);
});

test('a text is told with its words', () => {
  const { network, trace } = networkOf({ shape: [3], data: Float32Array.of(2, 0, 1) }, [
    ['Embedding', { input_dim: 3, output_dim: 2 }],
    ['Conv1D', { filters: 1, kernel_size: 2 }],
  ]);
  const words = ['do', 'not', 'go'];
  expect(describeSequence(network, trace, { layer: 'embedding', index: [0, 1] }, words)).toEqual([
    'The word “do” is number 2: its row of the table.',
  ]);
  expect(describeSequence(network, trace, { layer: 'conv1d', index: [1, 0] }, words)).toEqual([
    'Steps 1 to 2 of embedding.',
    'The words: not go.',
  ]);
});
