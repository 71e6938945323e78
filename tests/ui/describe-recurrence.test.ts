import { expect, test } from 'vitest';
import { describeCell } from '../../src/ui/stage/describe-cell.ts';
import { networkOf } from '../gallery/network-of.ts';

/** One unit whose weights are all 1 and whose input is 0: every sum is the hidden state before. */
function still() {
  const input = { shape: [2, 1], data: new Float32Array([0, 0]) };
  const example = networkOf(input, [['LSTM', { units: 1 }]]);
  const ones = [...example.weights].map(
    ([name, list]) => [name, list.map((weight) => ({ ...weight, data: weight.data.map(() => 1) }))] as const,
  );
  return { ...example, weights: new Map(ones) };
}

test('a step of a recurrent layer is told with its gates and its states', () => {
  const { network, trace, weights } = still();
  const said = describeCell(network, trace, weights, { layer: 'lstm', index: [0], step: 0 });
  expect(said).toContain('Step 0 of 2, unit 0 of 1.');
  expect(said).toContain('i, input gate: sum 1, value 0.73.');
  // c = 0.731 * tanh(1), h = 0.731 * tanh(c).
  expect(said).toContain('cell state: 0 before, 0.56 after.');
  expect(said).toContain('hidden state: 0 before, 0.37 after.');
});

test('of layers that rearrange the meaning of each axis is told', () => {
  const input = { shape: [10, 5], data: new Float32Array(50) };
  const { network, trace, weights } = networkOf(input, [['Permute', { dims: [2, 1] }]]);
  const said = describeCell(network, trace, weights, { layer: 'permute', index: [2, 3] });
  expect(said).toContain('axis 1 (5): feature. axis 2 (10): step.');
});
