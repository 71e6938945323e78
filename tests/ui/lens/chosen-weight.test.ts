import { beforeEach, expect, test } from 'vitest';
import { createStores, type Stores } from '../../../src/stores/stores.ts';
import { chooseWeight, chosenWeight, moveWeight, stepWeight } from '../../../src/ui/lens/chosen-weight.ts';
import { moveChannel, openLens } from '../../../src/ui/view-actions.ts';

let stores: Stores;
beforeEach(() => {
  stores = createStores();
});

test('no lens, or one of a layer without weights: nothing to set', () => {
  expect(chosenWeight(stores)).toBeUndefined();
  openLens(stores, 'flatten');
  expect(chosenWeight(stores)).toBeUndefined();
});

test('at first the first of the kernel; the filter is the one looked at', () => {
  openLens(stores, 'conv2d_1', [4, 7, 2]);
  expect(chosenWeight(stores)).toEqual({ layer: 'conv2d_1', weight: 'kernel', index: [0, 0, 0, 2] });
  chooseWeight(stores, { layer: 'conv2d_1', weight: 'kernel', index: [1, 2, 5, 2] });
  moveChannel(stores, 1);
  expect(chosenWeight(stores)!.index).toEqual([1, 2, 5, 3]);
  openLens(stores, 'dense', [7]);
  expect(chosenWeight(stores)).toEqual({ layer: 'dense', weight: 'kernel', index: [0, 7] });
});

test('a weight of the filter beside it makes that the one looked at', () => {
  openLens(stores, 'conv2d', [3, 4, 1]);
  stores.view.setState({ compare: { layer: 'conv2d', channel: 6 } });
  chooseWeight(stores, { layer: 'conv2d', weight: 'kernel', index: [0, 1, 0, 6] });
  expect(stores.view.getState()).toMatchObject({
    cell: { index: [3, 4, 6] },
    compare: { channel: 1 },
  });
  expect(chosenWeight(stores)!.index).toEqual([0, 1, 0, 6]);
});

test('steps go through the kernel, then the bias, and around', () => {
  openLens(stores, 'conv2d', [0, 0, 4]);
  stepWeight(stores, -1);
  expect(chosenWeight(stores)).toEqual({ layer: 'conv2d', weight: 'bias', index: [4] });
  stepWeight(stores, -1);
  expect(chosenWeight(stores)!.index).toEqual([2, 2, 0, 4]);
  stepWeight(stores, 2);
  expect(chosenWeight(stores)!.index).toEqual([0, 0, 0, 4]);
  stepWeight(stores, 4);
  expect(chosenWeight(stores)!.index).toEqual([1, 1, 0, 4]);
});

test('moves stop at the kernel’s edges; a flat kernel has one axis', () => {
  openLens(stores, 'conv2d', [0, 0, 1]);
  moveWeight(stores, 1, 0);
  moveWeight(stores, 1, 1);
  moveWeight(stores, 1, 0);
  expect(chosenWeight(stores)!.index).toEqual([2, 1, 0, 1]);
  openLens(stores, 'dense', [3]);
  moveWeight(stores, 0, -1);
  moveWeight(stores, 1, 0);
  moveWeight(stores, 0, 1);
  expect(chosenWeight(stores)!.index).toEqual([2, 3]);
});
