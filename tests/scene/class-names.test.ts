import { expect, test } from 'vitest';
import { layoutStage } from '../../src/scene/stage/layout.ts';
import { stagePicture } from '../../src/scene/stage/picture.ts';
import { networkOf, noise } from '../gallery/network-of.ts';

const NAMES = ['forward elevation', 'trapezius extension', 'upright row'];
const { network, trace, weights } = networkOf(noise([8, 8, 1]), [
  ['Conv2D', { filters: 8, kernel_size: 3 }],
  ['GlobalMaxPooling2D'],
  ['Dense', { name: 'one', units: 3, activation: 'softmax' }],
]);

function stage(width: number, labels?: readonly string[]) {
  const layout = layoutStage(network, { width, height: 480, direction: 'row', labels });
  const picture = stagePicture(layout, network, trace, weights);
  const texts = picture.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
  return { layout, texts };
}

const mapWidth = ({ layout }: ReturnType<typeof stage>) => layout.bands[1]!.maps[0]!.rect.width;

test('bars are named by their classes, in full where there is room', () => {
  expect(stage(1000, NAMES).texts).toEqual(expect.arrayContaining(NAMES));
  expect(stage(1000).texts).toEqual(expect.arrayContaining(['0', '1', '2']));
  // Names of other classes than the layer tells apart are none of its.
  expect(stage(1000, [...NAMES, 'pendulum']).texts).toEqual(expect.arrayContaining(['0', '1', '2']));
});

test('where there is little, names take two lines or are cut before maps get small, and nothing scrolls that did not', () => {
  for (const width of [420, 480, 540, 600, 700, 860]) {
    const [named, bare] = [stage(width, NAMES), stage(width)];
    expect(named.layout.width).toBe(bare.layout.width);
    expect(mapWidth(named)).toBeGreaterThanOrEqual(Math.min(48, mapWidth(bare)));
  }
  const { texts } = stage(420, NAMES);
  expect(texts).toEqual(expect.arrayContaining(NAMES.flatMap((name) => name.split(' ')).slice(0, 4)));
  expect(texts.filter((text) => text.endsWith('…'))).toEqual([]);
  const word = 'electroencephalography';
  expect(stage(420, [...NAMES.slice(1), word]).texts.some((text) => /^elec.*…$/.test(text))).toBe(true);
});

test('of several heads each has its own truth', () => {
  const heads = networkOf(noise([8]), [
    ['Dense', { name: 'first', units: 3, activation: 'softmax' }, ['input']],
    ['Dense', { name: 'second', units: 3, activation: 'softmax' }, ['input']],
  ]);
  const layout = layoutStage(heads.network, { width: 900, height: 480, direction: 'row' });
  const picture = stagePicture(layout, heads.network, heads.trace, heads.weights, {
    known: (output) => ({ targets: [2, 0], own: output === 'first' ? 0 : 1 }),
  });
  const ticks = picture.marks.flatMap((mark) =>
    mark.type === 'rect' && mark.fill === 'second' ? [mark.y + mark.height / 2] : [],
  );
  const rows = layout.bands.slice(1).map(({ units }) => units!.rect);
  const rowOf = (head: number) => Math.floor((3 * (ticks[head]! - rows[head]!.y)) / rows[head]!.height);
  expect(ticks).toHaveLength(2);
  expect([rowOf(0), rowOf(1)]).toEqual([2, 0]);
});
