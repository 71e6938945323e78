import { expect, test } from 'vitest';
import { targetAt } from '../../../src/scene/hit.ts';
import { lensPicture } from '../../../src/scene/lens/lens.ts';
import type { LensRequest } from '../../../src/scene/lens/request.ts';
import type { Mark, Target } from '../../../src/scene/marks.ts';
import { networkOf, noise } from '../../gallery/network-of.ts';

type Layers = Parameters<typeof networkOf>[1];

function lensOver(
  shape: readonly number[],
  layers: Layers,
  more: Partial<LensRequest> & { index: readonly number[] },
) {
  const example = networkOf(noise(shape), layers);
  const layer = example.network.layers.at(-1)!.name;
  return lensPicture({ ...example, layer, width: 720, height: 440, ...more });
}

const text = (parts: readonly { readonly text: string }[]) => parts.map((part) => part.text).join('');
const words = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
const steps = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.type === 'rect' && mark.target?.type === 'cell' ? [mark.target] : []));

test('LSTM(4) on (10, 3) has 128 parameters, and says where they come from', () => {
  const lens = lensOver([10, 3], [['LSTM', { units: 4 }]], { index: [2] });
  expect(text(lens.params)).toBe('4 × (units × (units + features) + units) = 4 × (4 × (4 + 3) + 4) = 128');
  expect(text(lens.size)).toBe('10×3 → 4; any number of steps: None×3 → 4');
  expect(words(lens.picture.marks)).toEqual(
    expect.arrayContaining([
      'kernel 3×16 = 48',
      'recurrent_kernel 4×16 = 64',
      'bias 16 = 16',
      '4 units ↓',
      '10 steps →',
      '3 features ↓',
    ]),
  );
});

test.each([
  [['GRU', { units: 4 }], '3 × (units × (units + features) + 2 × units) = 3 × (4 × (4 + 3) + 2 × 4) = 108'],
  [
    ['GRU', { units: 4, reset_after: false }],
    '3 × (units × (units + features) + units) = 3 × (4 × (4 + 3) + 4) = 96',
  ],
  [['SimpleRNN', { units: 4, use_bias: false }], 'units × (units + features) = 4 × (4 + 3) = 28'],
  [
    ['Bidirectional', { layer: { class_name: 'LSTM', config: { units: 4 } } }],
    '2 × (4 × (4 × (4 + 3) + 4)) = 256',
  ],
] as [Layers[number], string][])('the parameters of %j', (layer, expected) => {
  const example = networkOf(noise([10, 3]), [layer]);
  expect(text(lensOver([10, 3], [layer], { index: [0] }).params)).toBe(expected);
  expect(expected.endsWith(` ${example.network.params}`)).toBe(true);
});

test('weights are drawn once however many steps there are, each step a box', () => {
  for (const count of [1, 3, 12]) {
    const { marks } = lensOver([count, 3], [['LSTM', { units: 4 }]], { index: [0] }).picture;
    expect(words(marks).filter((word) => word.startsWith('kernel '))).toHaveLength(1);
    expect(steps(marks).map(({ step }) => step)).toEqual(Array.from({ length: count }, (_, step) => step));
  }
});

test('of a thousand steps those around the one looked at are unrolled, in an overview of all', () => {
  const { marks } = lensOver([1000, 2], [['GRU', { units: 3 }]], { index: [1], step: 400 }).picture;
  const shown = steps(marks).map(({ step }) => step!);
  expect(shown.length).toBeLessThan(60);
  expect(shown).toContain(400);
  const overview = marks.find((mark) => mark.type === 'image' && mark.cols === 1000);
  expect(overview?.type === 'image' && overview.rows).toBe(3);
});

test('a step of a layer that only gives its last is looked at by its own number', () => {
  const last = lensOver([10, 3], [['LSTM', { units: 4 }]], { index: [2] });
  expect(text(last.formula)).toMatch(/^y\[2\] = /);
  const fourth = lensOver([10, 3], [['LSTM', { units: 4 }]], { index: [2], step: 4 });
  expect(text(fourth.formula)).toMatch(/^h\[2\] at step 4 = /);
  expect(words(fourth.picture.marks)).toContain('step 4 of 10, unit 2 of 4: what its gates add up');
});

/** What every cell of the picture of the hidden state stands for, by row and column. */
function hiddenTargets(marks: readonly Mark[]): Target[][] {
  const image = marks.find((mark) => mark.type === 'image' && mark.cells?.moments);
  if (image?.type !== 'image') throw new Error('no hidden state');
  const picture = { width: 720, height: 440, marks: [image] };
  return Array.from({ length: image.rows }, (_, row) =>
    Array.from({ length: image.cols }, (_, col) => {
      const x = image.x + ((col + 0.5) * image.width) / image.cols;
      return targetAt(picture, x, image.y + ((row + 0.5) * image.height) / image.rows)!;
    }),
  );
}

test('units are rows and steps are columns of the hidden state, each what it stands for', () => {
  const told = hiddenTargets(
    lensOver([5, 3], [['LSTM', { units: 2, return_sequences: true }]], { index: [0, 0] }).picture.marks,
  );
  expect(told[1]![3]).toEqual({ type: 'cell', layer: 'lstm', index: [3, 1] });
  const last = hiddenTargets(lensOver([5, 3], [['LSTM', { units: 2 }]], { index: [0] }).picture.marks);
  expect(last[1]![3]).toEqual({ type: 'cell', layer: 'lstm', index: [1], step: 3 });
  const turned = hiddenTargets(
    lensOver([5, 3], [['LSTM', { units: 2, return_sequences: true, go_backwards: true }]], { index: [0, 0] })
      .picture.marks,
  );
  expect(turned[1]![3]).toEqual({ type: 'cell', layer: 'lstm', index: [1, 1] });
  const both = lensOver(
    [5, 3],
    [['Bidirectional', { layer: { class_name: 'LSTM', config: { units: 2, return_sequences: true } } }]],
    { index: [0, 3] },
  );
  expect(hiddenTargets(both.picture.marks)[1]![3]).toEqual({
    type: 'cell',
    layer: 'bidirectional',
    index: [3, 3],
  });
});

test('what goes on to the next layer is said', () => {
  const all = lensOver([5, 3], [['LSTM', { units: 2, return_sequences: true, return_state: true }]], {
    index: [0, 0],
  });
  expect(words(all.picture.marks).join(' ')).toContain('return_sequences: all columns go on: 5×2');
  expect(words(all.picture.marks).join(' ')).toContain('hidden state 2, cell state 2');
  const last = lensOver([5, 3], [['LSTM', { units: 2, stateful: true }]], { index: [0] });
  expect(words(last.picture.marks).join(' ')).toContain('only the last column goes on: 2');
  expect(words(last.picture.marks).join(' ')).toContain('stateful');
});
