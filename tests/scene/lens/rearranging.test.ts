import { expect, test } from 'vitest';
import { lensPicture } from '../../../src/scene/lens/lens.ts';
import { traceBack } from '../../../src/scene/lens/trace-back.ts';
import type { Mark } from '../../../src/scene/marks.ts';
import { networkOf } from '../../gallery/network-of.ts';

/** The step in the tens, the feature in the ones. */
const input = {
  shape: [10, 5],
  data: Float32Array.from({ length: 50 }, (_, at) => Math.floor(at / 5) * 10 + (at % 5)),
};

type Layers = Parameters<typeof networkOf>[1];

function lensOf(layers: Layers, index: readonly number[], height = 440) {
  const example = networkOf(input, layers);
  const layer = example.network.layers.at(-1)!.name;
  return { ...example, layer, lens: lensPicture({ ...example, layer, index, width: 720, height }) };
}

const text = (parts: readonly { readonly text: string }[]) => parts.map((part) => part.text).join('');
const words = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])).join(' ');

/** The numbers of each grid, in the order in which they are drawn. */
function grids(marks: readonly Mark[]): number[][] {
  const found: number[][] = [];
  for (const mark of marks) {
    if (mark.type === 'rect' && mark.fill === 'line') found.push([]);
    if (mark.type === 'cell') found.at(-1)!.push(mark.value);
  }
  return found;
}

test('Reshape and Permute of 10 x 5 have one shape and are told apart by a traced element', () => {
  const { lens } = lensOf([['Reshape', { target_shape: [5, 10] }]], [1, 7]);
  expect(text(lens.formula)).toBe('y[1, 7] = input[3, 2] = 32; number 17 = 3×5 + 2 = 1×10 + 7');
  const said = words(lens.picture.marks);
  expect(said).toContain('input[3, 2], step 3, feature 2, is now reshape[1, 7]');
  expect(said).toContain('axis 1 (5): step, 2 at a time; axis 2 (10): mixed: 2 steps × 5 features');
  expect(said).toContain(
    'reshape[1, 4] and reshape[1, 5] stand side by side: step 2, feature 4 and step 3, feature 0',
  );
  expect(said).toContain('Permute((2, 1)) gives the same shape, but has it at [2, 3]');
  const turned = lensOf([['Permute', { dims: [2, 1] }]], [2, 3]).lens;
  const other = words(turned.picture.marks);
  expect(other).toContain('input[3, 2], step 3, feature 2, is now permute[2, 3]');
  expect(other).toContain('axis 1 (5): feature; axis 2 (10): step');
  expect(other).toContain('Reshape((5, 10)) gives the same shape, but has it at [1, 7]');
});

test('each shows the other beside it, with the numbers where the other would have them', () => {
  const flat = [...input.data];
  const byFeature = Array.from({ length: 50 }, (_, at) => (at % 10) * 10 + Math.floor(at / 10));
  const [first, reshaped, permuted] = grids(
    lensOf([['Reshape', { target_shape: [5, 10] }]], [1, 7]).lens.picture.marks,
  );
  expect([first, reshaped, permuted]).toEqual([flat, flat, byFeature]);
  const twin = grids(lensOf([['Permute', { dims: [2, 1] }]], [2, 3]).lens.picture.marks);
  expect(twin).toEqual([flat, byFeature, flat]);
});

test('every cell of the three grids looks at the output cell that holds its number', () => {
  for (const layer of [
    ['Reshape', { target_shape: [5, 10] }],
    ['Permute', { dims: [2, 1] }],
  ] as const) {
    const { lens, trace, layer: name } = lensOf([layer], [1, 3]);
    const output = trace.layers.get(name)!.output.data;
    const cells = lens.picture.marks.flatMap((mark) => (mark.type === 'cell' ? [mark] : []));
    expect(cells).toHaveLength(150);
    for (const { target, value } of cells) {
      if (target?.type !== 'cell') throw new Error('no cell');
      expect(target.layer).toBe(name);
      expect(output[target.index[0]! * 10 + target.index[1]!]).toBe(value);
    }
  }
});

test('an element is followed back through a chain; side by side may have come from around an edge', () => {
  const inner = { class_name: 'Conv1D', config: { filters: 4, kernel_size: 3, padding: 'causal' } };
  const { network } = lensOf(
    [
      ['Reshape', { target_shape: [5, 10, 1] }],
      ['TimeDistributed', { layer: inner }],
      ['Reshape', { target_shape: [10, 20] }],
    ],
    [3, 6],
  );
  expect(traceBack(network, 'reshape_1', [3, 6])).toEqual([
    'time_distributed[1, 6, 2]',
    'reshape[1, 4–6, 0]',
    'some of input[2–3, 0–4]',
  ]);
  expect(traceBack(network, 'reshape', [1, 7, 0])).toEqual(['input[3, 2] (step 3, feature 2)']);
});

test('a Reshape that no Permute could be has none beside it', () => {
  const { lens } = lensOf([['Reshape', { target_shape: [25, 2] }]], [3, 1]);
  expect(words(lens.picture.marks)).not.toContain('Permute');
  expect(words(lens.picture.marks)).toContain('axis 1 (25)');
});
