import { expect, test } from 'vitest';
import { targetAt } from '../../src/scene/hit.ts';
import type { ImageMark, Mark, Picture } from '../../src/scene/marks.ts';

function picture(...marks: Mark[]): Picture {
  return { width: 100, height: 100, marks };
}

const place = { x: 10, y: 20, width: 60, height: 40 };
const map: ImageMark = {
  type: 'image',
  ...place,
  values: new Float32Array(48),
  offset: 1,
  rows: 4,
  cols: 6,
  rowStride: 12,
  colStride: 2,
  scale: { type: 'sequential', min: 0, max: 1 },
  cells: { layer: 'conv2d', channel: 1 },
};

test('an image answers with the cell under the pointer, to its last pixel and no further', () => {
  expect(targetAt(picture(map), 10, 20)).toEqual({ type: 'cell', layer: 'conv2d', index: [0, 0, 1] });
  expect(targetAt(picture(map), 69.9, 59.9)).toEqual({ type: 'cell', layer: 'conv2d', index: [3, 5, 1] });
  expect(targetAt(picture(map), 35, 31)).toEqual({ type: 'cell', layer: 'conv2d', index: [1, 2, 1] });
  expect(targetAt(picture(map), 70, 40)).toBeUndefined();
  expect(targetAt(picture(map), 9.9, 40)).toBeUndefined();
});

test('a kernel slice answers with the weight', () => {
  const kernel: ImageMark = { ...map, cells: { layer: 'conv2d', weight: 'kernel', rest: [3, 7] } };
  expect(targetAt(picture(kernel), 35, 31)).toEqual({
    type: 'weight',
    layer: 'conv2d',
    weight: 'kernel',
    index: [1, 2, 3, 7],
  });
});

test('a line of a flat output answers with the position', () => {
  const line: ImageMark = {
    ...map,
    offset: 12,
    rows: 4,
    cols: 1,
    rowStride: 1,
    colStride: 1,
    cells: { layer: 'dense' },
  };
  expect(targetAt(picture(line), 30, 55)).toEqual({ type: 'cell', layer: 'dense', index: [15] });
});

test('the frontmost mark that stands for something answers; others let the pointer through', () => {
  const behind: Mark = { type: 'rect', ...place, target: { type: 'layer', layer: 'behind' } };
  const front: Mark = {
    type: 'cell',
    x: 20,
    y: 30,
    size: 10,
    value: 1,
    scale: map.scale,
    target: { type: 'layer', layer: 'front' },
  };
  const glass: Mark = { type: 'rect', ...place, stroke: 'accent' };
  expect(targetAt(picture(behind, front, glass), 25, 35)).toEqual({ type: 'layer', layer: 'front' });
  expect(targetAt(picture(behind, front, glass), 45, 35)).toEqual({ type: 'layer', layer: 'behind' });
  expect(targetAt(picture(glass), 45, 35)).toBeUndefined();
});

test('a text answers around its figures, by its anchor', () => {
  const text = {
    type: 'text',
    x: 50,
    y: 50,
    text: '0.00',
    size: 10,
    ink: 'ink',
    target: { type: 'layer', layer: 'a' },
  } as const;
  const middle = (anchor: 'start' | 'middle' | 'end', x: number) =>
    targetAt(picture({ ...text, anchor }), x, 47);
  expect([middle('start', 55), middle('start', 45)].map(Boolean)).toEqual([true, false]);
  expect([middle('middle', 55), middle('middle', 45)].map(Boolean)).toEqual([true, true]);
  expect([middle('end', 55), middle('end', 45)].map(Boolean)).toEqual([false, true]);
});
