import { expect, test } from 'vitest';
import { seenOf, setUp, small } from './setup.ts';

const grid = Float32Array.from({ length: 36 }, (_, at) => (at === 14 ? 1 : 0));

test('a moved sample keeps its label, moves do not add up, and no move brings back exactly the sample', async () => {
  const { scope, stores } = await setUp();
  await scope.setInput({ split: 'test', index: 7 });
  const before = stores.trace.getState().probe;
  await scope.moveInput({ dx: 9 });
  await scope.moveInput({ dx: 3, rotate: 10 });
  const { label, source, moved, input } = stores.trace.getState().probe;
  expect({ label, source }).toEqual({ label: before.label, source: before.source });
  expect(moved?.by).toEqual({ dx: 3, dy: 0, rotate: 10, scale: 1 });
  expect(input.data).not.toEqual(before.input.data);
  expect((await scope.activations('input')).input!.data).toEqual(input.data);
  await scope.moveInput();
  expect(stores.trace.getState().probe).toEqual(before);
});

test('numbers are shifted by whole cells, and a new probe is not moved', async () => {
  const { scope, stores } = await setUp(small);
  await scope.setInput({ tensor: { shape: [6, 6, 1], data: grid }, note: 'a dot' });
  await scope.moveInput({ dx: 1, dy: -1 });
  const { input, source } = stores.trace.getState().probe;
  expect(input.data.indexOf(1)).toBe(14 + 1 - 6);
  expect(source).toEqual({ type: 'tensor', note: 'a dot' });
  await scope.setInput({ tensor: { shape: [6, 6, 1], data: grid } });
  expect(stores.trace.getState().probe.moved).toBeUndefined();
});

test.each([
  ['no number', { dx: '1' }, 'type', 'dx'],
  ['NaN', { rotate: Number.NaN }, 'range', 'rotate'],
  ['too small a scale', { scale: 0 }, 'range', 'scale'],
  ['out of the picture', { dy: 29 }, 'range', 'dy'],
  ['an unknown move', { skew: 1 }, 'unknown-key', 'skew'],
])('%s: refused, nothing changes', async (_name, by, code, path) => {
  const page = await setUp();
  const before = await seenOf(page);
  await expect(page.scope.moveInput(by as never)).rejects.toMatchObject({ code, path });
  expect(await seenOf(page)).toEqual(before);
});

test('an input without rows and columns cannot be moved', async () => {
  const page = await setUp({
    ...small,
    model: { input_shape: [4], layers: [{ class_name: 'Dense', config: { units: 2 } }] },
  });
  await expect(page.scope.moveInput({ dx: 1 })).rejects.toMatchObject({ code: 'unsupported' });
});
