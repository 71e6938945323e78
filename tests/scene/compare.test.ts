import { expect, test } from 'vitest';
import { targetAt } from '../../src/scene/hit.ts';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import type { ImageMark, Mark } from '../../src/scene/marks.ts';
import { digits } from '../gallery/network-of.ts';

const index = [6, 14, 2];

function marksOf(compare: number | undefined, width = 720, height = 400) {
  const request = { ...digits(), layer: 'conv2d', index, width, height };
  return lensPicture({ ...request, compare }).picture;
}

function mapsOf(marks: readonly Mark[]): ImageMark[] {
  return marks.filter((mark) => mark.type === 'image').filter(({ rows }) => rows === 26);
}

test('both filters’ maps in one size and on one scale, side by side or, where it is narrow, below each other', () => {
  const [own, other] = mapsOf(marksOf(5).marks);
  expect([own!.offset, other!.offset]).toEqual([2, 5]);
  expect([own!.values, own!.scale]).toEqual([other!.values, other!.scale]);
  expect([own!.width, own!.height, own!.y]).toEqual([other!.width, other!.height, other!.y]);
  const [above, below] = mapsOf(marksOf(5, 358, 520).marks);
  expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
  expect(below!.y + below!.height).toBeLessThanOrEqual(520);
});

test('on either map the pointer moves the one cell that both share', () => {
  const picture = marksOf(5);
  for (const map of mapsOf(picture.marks)) {
    const target = targetAt(picture, map.x + map.width - 1, map.y + 1);
    expect(target).toEqual({ type: 'cell', layer: 'conv2d', index: [0, 25, 2] });
  }
});

test('weights of both kernels can be chosen', () => {
  const weights = marksOf(5).marks.flatMap(({ target }) => (target?.type === 'weight' ? [target.index] : []));
  expect(weights.filter(([, , , filter]) => filter === 2)).toHaveLength(9);
  expect(weights.filter(([, , , filter]) => filter === 5)).toHaveLength(9);
});

test('without another filter the lens is as ever', () => {
  for (const compare of [2, 99]) expect(marksOf(compare)).toEqual(marksOf(undefined));
});
