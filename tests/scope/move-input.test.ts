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

const sequence = {
  ...small,
  model: { input_shape: [4, 2], layers: [{ class_name: 'Conv1D', config: { filters: 2, kernel_size: 2 } }] },
};

test('a sequence is shifted in time, with zeros or its edge coming in', async () => {
  const { scope, stores } = await setUp(sequence);
  const now = () => [...stores.trace.getState().probe.input.data];
  await scope.setInput({ tensor: { shape: [4, 2], data: [1, 2, 3, 4, 5, 6, 7, 8] } });
  await scope.moveInput({ dx: 1 });
  expect(now()).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
  expect(stores.trace.getState().probe.moved?.by).toMatchObject({ dx: 1, fill: 'zeros' });
  await scope.moveInput({ dx: -3, fill: 'edge' });
  expect(now()).toEqual([7, 8, 7, 8, 7, 8, 7, 8]);
  await scope.moveInput();
  expect(now()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(stores.trace.getState().probe.moved).toBeUndefined();
});

test.each([
  ['half a step', { dx: 0.5 }, 'range', 'dx'],
  ['beyond the sequence', { dx: 5 }, 'range', 'dx'],
  ['down', { dy: 1 }, 'unsupported', 'dy'],
  ['turned', { rotate: 3 }, 'unsupported', 'rotate'],
  ['another filling', { dx: 1, fill: 'mirror' }, 'type', 'fill'],
])('a sequence %s: refused, nothing changes', async (_name, by, code, path) => {
  const page = await setUp(sequence);
  const before = await seenOf(page);
  await expect(page.scope.moveInput(by as never)).rejects.toMatchObject({ code, path });
  expect(await seenOf(page)).toEqual(before);
});

test('a picture has its own filling; volumes cannot be moved', async () => {
  const { scope } = await setUp(small);
  await expect(scope.moveInput({ dx: 1, fill: 'edge' })).rejects.toMatchObject({ code: 'unsupported' });
  const page = await setUp({
    ...small,
    model: { input_shape: [4, 4, 4, 1], layers: [{ class_name: 'Flatten' }] },
  });
  await expect(page.scope.moveInput({ dx: 1 })).rejects.toMatchObject({ code: 'unsupported' });
});
