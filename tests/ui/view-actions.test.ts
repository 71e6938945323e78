import { beforeEach, expect, test } from 'vitest';
import { admit } from '../../src/model/gate.ts';
import { createStores, type Stores } from '../../src/stores/stores.ts';
import {
  askWhy,
  backTo,
  goBack,
  moveAlong,
  moveChannel,
  openLens,
  pin,
  pinned,
  stepBy,
  stepTo,
  why,
} from '../../src/ui/view-actions.ts';

let stores: Stores;
beforeEach(() => {
  stores = createStores();
});

const view = () => stores.view.getState();

test('at first the first cell of the first layer with a window is looked at', () => {
  expect(pinned(stores)).toEqual({ layer: 'conv2d', index: [0, 0, 0] });
});

test('the playhead goes along the rows and begins again at the end', () => {
  stepBy(stores, 27);
  expect(pinned(stores).index).toEqual([1, 1, 0]);
  stepTo(stores, -1);
  expect(pinned(stores).index).toEqual([25, 25, 0]);
  stepBy(stores, 1);
  expect(pinned(stores).index).toEqual([0, 0, 0]);
  stepBy(stores, -1);
  expect(pinned(stores).index).toEqual([25, 25, 0]);
});

test('arrow keys stop at the edges, the channel is kept', () => {
  openLens(stores, 'conv2d_1', [0, 10, 3]);
  moveAlong(stores, 'across', 1);
  moveAlong(stores, 'down', -1);
  expect(pinned(stores)).toEqual({ layer: 'conv2d_1', index: [0, 10, 3] });
  moveChannel(stores, 1);
  moveAlong(stores, 'down', 1);
  expect(pinned(stores).index).toEqual([1, 10, 4]);
});

test('a flat layer has one axis', () => {
  openLens(stores, 'dense');
  moveChannel(stores, 1);
  moveAlong(stores, 'down', 1);
  expect(pinned(stores)).toEqual({ layer: 'dense', index: [2] });
});

test('whys lead back layer by layer, and the trail leads out again', () => {
  openLens(stores, 'conv2d_1', [4, 7, 2]);
  why(stores, { layer: 'max_pooling2d', index: [4, 7, 5] });
  why(stores, { layer: 'conv2d', index: [8, 14, 5] });
  expect(view().open).toBe('conv2d');
  expect(pinned(stores).index).toEqual([8, 14, 5]);
  why(stores, { layer: 'input', index: [8, 14, 0] });
  expect(view().trail).toHaveLength(2);

  expect(goBack(stores)).toBe(true);
  expect(view().open).toBe('max_pooling2d');
  backTo(stores, 0);
  expect(view().open).toBe('conv2d_1');
  expect(pinned(stores)).toEqual({ layer: 'conv2d_1', index: [4, 7, 2] });
  expect(goBack(stores)).toBe(true);
  expect(view().open).toBeUndefined();
  expect(goBack(stores)).toBe(false);
});

test('within a trail the keys move the last why, not the cell that it began with', () => {
  openLens(stores, 'conv2d_1', [4, 7, 2]);
  why(stores, { layer: 'max_pooling2d', index: [4, 7, 5] });
  moveAlong(stores, 'across', 1);
  expect(pinned(stores)).toEqual({ layer: 'max_pooling2d', index: [4, 8, 5] });
  expect(view().cell).toEqual({ layer: 'conv2d_1', index: [4, 7, 2] });
});

test('cells that the network does not have are not looked at', () => {
  why(stores, { layer: 'conv2d', index: [26, 0, 0] });
  openLens(stores, 'nowhere');
  expect(view().open).toBeUndefined();
  pin(stores, { layer: 'conv2d', index: [99, 0, 0] });
  expect(pinned(stores)).toEqual({ layer: 'conv2d', index: [0, 0, 0] });
});

test('a number that is asked about opens its lens at rest, whatever was open', () => {
  openLens(stores, 'conv2d_1', [0, 0, 0]);
  why(stores, { layer: 'max_pooling2d', index: [1, 1, 0] });
  askWhy(stores, { layer: 'dense', index: [7] });
  expect(view()).toMatchObject({ open: 'dense', playing: false, trail: [] });
  expect(pinned(stores)).toEqual({ layer: 'dense', index: [7] });
});

test('in a recurrent layer that gives only its last step the playhead walks the steps, the unit is kept', () => {
  const { network, document } = admit({
    kernelscope: 1,
    model: { input_shape: [6, 3], layers: [{ class_name: 'LSTM', config: { units: 4 } }] },
  });
  stores.document.setState({ network, document });
  openLens(stores, 'lstm', [2]);
  stepBy(stores, 1);
  expect(pinned(stores)).toEqual({ layer: 'lstm', index: [2], step: 0 });
  stepBy(stores, 3);
  moveAlong(stores, 'down', 1);
  expect(pinned(stores)).toEqual({ layer: 'lstm', index: [3], step: 3 });
  moveAlong(stores, 'across', -9);
  expect(pinned(stores)).toEqual({ layer: 'lstm', index: [3], step: 0 });
  stepTo(stores, -1);
  expect(pinned(stores).step).toBe(5);
});
