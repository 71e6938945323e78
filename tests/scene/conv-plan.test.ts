import { expect, test } from 'vitest';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import { digits, networkOf, noise } from '../gallery/network-of.ts';

/** Readable products of each input channel, by the channel of the input cell that they lead to. */
function channelsShown(channels: number, width: number, height: number): number {
  const example =
    channels === 8
      ? digits()
      : networkOf(noise([6, 6, channels]), [['Conv2D', { name: 'conv2d_1', filters: 2, kernel_size: 3 }]]);
  const { picture } = lensPicture({ ...example, layer: 'conv2d_1', index: [1, 1, 0], width, height });
  const shown = new Set<number>();
  for (const mark of picture.marks) {
    if (mark.type !== 'cell' || mark.label === undefined || mark.target?.type !== 'weight') continue;
    expect(mark.x + mark.size).toBeLessThanOrEqual(width);
    if (mark.target.weight === 'kernel') shown.add(mark.target.index[2]!);
  }
  return shown.size;
}

test('a lens of 470 × 420 shows all of 8 channels at once, cell by cell, in readable numbers', () => {
  for (const [width, height] of [
    [470, 420],
    [545, 585],
    [700, 420],
    [358, 740],
  ] as const)
    expect(channelsShown(8, width, height)).toBe(8);
});

test('where not all channels fit, the strongest are shown cell by cell, the others as sums', () => {
  const shown = channelsShown(64, 545, 585);
  expect(shown).toBeGreaterThanOrEqual(4);
  expect(shown).toBeLessThan(64);
  expect(channelsShown(8, 340, 300)).toBeGreaterThanOrEqual(1);
});
