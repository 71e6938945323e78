import { expect, test } from 'vitest';
import { admit } from '../../src/model/gate.ts';
import { regionAhead, regionBehind, regionInProbe, regionOf } from '../../src/scene/region.ts';
import { layoutStage } from '../../src/scene/stage/layout.ts';
import { stageOverlay } from '../../src/scene/stage/overlay.ts';
import { traced } from './random-network.ts';

const { network } = admit({
  kernelscope: 1,
  title: '',
  seed: 1,
  dataset: { name: 'mnist' },
  model: {
    input_shape: [12, 12, 1],
    layers: [
      { class_name: 'Conv2D', config: { filters: 2, kernel_size: 3, padding: 'same' } },
      { class_name: 'MaxPooling2D', config: {} },
      { class_name: 'Conv2D', config: { filters: 3, kernel_size: 3 } },
      { class_name: 'Flatten', config: {} },
      { class_name: 'Dense', config: { units: 2 } },
    ],
  },
});
const layer = (name: string) => network.byName.get(name)!;

// Worked by hand: same padding takes one cell off at the edge; pooling doubles; the kernel adds two.
test('windows and receptive fields, by hand', () => {
  expect(regionBehind(layer('conv2d'), regionOf([0, 11, 1]))).toEqual([
    [0, 1],
    [10, 11],
    [0, 0],
  ]);
  expect(regionBehind(layer('max_pooling2d'), regionOf([2, 3, 1]))).toEqual([
    [4, 5],
    [6, 7],
    [1, 1],
  ]);
  expect(regionBehind(layer('conv2d_1'), regionOf([1, 2, 0]))).toEqual([
    [1, 3],
    [2, 4],
    [0, 1],
  ]);
  expect(regionBehind(layer('flatten'), regionOf([4]))).toEqual([
    [0, 0],
    [1, 1],
    [1, 1],
  ]);
  expect(regionBehind(layer('dense'), regionOf([0]))).toEqual([[0, 47]]);
  expect(regionInProbe(network, 'conv2d_1', [1, 2, 0])).toEqual([
    [1, 8],
    [3, 10],
    [0, 0],
  ]);
  expect(regionInProbe(network, 'dense', [1])).toEqual([
    [0, 11],
    [0, 11],
    [0, 0],
  ]);
});

test('what a cell feeds', () => {
  expect(regionAhead(layer('conv2d'), [0, 5, 0])).toEqual([
    [0, 1],
    [4, 6],
    [0, 1],
  ]);
  expect(regionAhead(layer('max_pooling2d'), [5, 6, 1])).toEqual([
    [2, 2],
    [3, 3],
    [1, 1],
  ]);
  expect(regionAhead(layer('dense'), [5])).toBeUndefined();
});

test('the lit window covers the cells that it stands for', () => {
  const { trace } = traced(network);
  const layout = layoutStage(network, { width: 1000, height: 480, direction: 'row' });
  const picture = stageOverlay(layout, network, trace, { layer: 'conv2d', index: [6, 3, 0] });
  const probe = layout.bands[0]!.maps[0]!.rect;
  const unit = probe.width / 12;
  const lit = picture.marks.find(
    (mark) =>
      mark.type === 'rect' && mark.stroke === 'accent' && Math.abs(mark.width - (3 * unit + 2)) < 0.01,
  );
  expect(lit).toMatchObject({ x: probe.x + 2 * unit - 1, y: probe.y + 5 * unit - 1 });
});

test('nothing lights up without a focus, or for a cell that is not there', () => {
  const { trace } = traced(network);
  const layout = layoutStage(network, { width: 1000, height: 480, direction: 'row' });
  expect(stageOverlay(layout, network, trace, undefined).marks).toEqual([]);
  expect(stageOverlay(layout, network, trace, { layer: 'gone', index: [0] }).marks).toEqual([]);
  expect(stageOverlay(layout, network, trace, { layer: 'dense', index: [0, 0, 0] }).marks).toEqual([]);
});
