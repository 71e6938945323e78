import { afterEach, expect, it } from 'vitest';
import { liveText } from '../../src/lessons/live.ts';
import { LIVE_NAMES } from '../../src/lessons/live-names.ts';
import { speak } from '../../src/text/speak.ts';
import { setUp, small } from '../scope/setup.ts';

afterEach(() => speak('en'));

it('reads the numbers of the page', async () => {
  const { stores, scope } = await setUp(small);
  const text = (of: (typeof LIVE_NAMES)[number], rest = {}) => liveText(stores, { of, ...rest });
  expect(text('params', { layer: 'conv' })).toBe('20');
  expect(text('params')).toBe(String(20 + 33 * 3));
  expect(text('output_shape', { layer: 'conv' })).toBe('4 × 4 × 2');
  expect(text('output_shape', { layer: 'input' })).toBe('6 × 6 × 1');
  expect(text('receptive_field', { layer: 'conv' })).toBe('3 × 3');
  expect(text('macs', { layer: 'conv' })).toBe('288');
  expect(text('argument', { layer: 'conv', argument: 'strides' })).toBe('1 × 1');
  expect(text('argument', { layer: 'conv', argument: 'padding' })).toBe('valid');
  const { out } = await scope.activations('out');
  expect(text('value', { layer: 'out', index: [1], decimals: 3 })).toBe(out!.data[1]!.toFixed(3));
  const { conv } = await scope.activations('conv');
  const zeros = conv!.data.filter((value) => value === 0).length / conv!.data.length;
  expect(Number.parseFloat(text('zeros', { layer: 'conv' }))).toBeCloseTo(100 * zeros, 0);
  const [kernel] = await scope.getWeights('conv');
  expect(text('weight', { layer: 'conv', weight: 'kernel', index: [0, 1, 0, 1], decimals: 2 })).toBe(
    kernel!.data[3]!.toFixed(2).replace('-', '−'),
  );
  expect(text('batches')).toBe('0');
});

it('says nothing where there is nothing, whatever is asked', async () => {
  const { stores } = await setUp(small);
  for (const of of LIVE_NAMES)
    for (const layer of [undefined, 'none', 'input', 'conv', '__proto__'])
      for (const index of [undefined, [], [99, 99, 99, 99], [-1]])
        expect(typeof liveText(stores, { of, layer, index })).toBe('string');
  expect(liveText(stores, { of: 'value', layer: 'none' })).toBe('–');
  expect(liveText(stores, { of: 'loss' })).toBe('–');
});

it('speaks the language of the page', async () => {
  const { stores } = await setUp(small);
  await speak('de');
  expect(liveText(stores, { of: 'value', layer: 'out', index: [0], decimals: 2 })).toMatch(/^0,\d\d$/);
});
