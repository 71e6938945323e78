import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/lessons/goals/goal.ts';
import { beginGoal } from '../../src/lessons/goals/goals.ts';
import { presetEdits } from '../../src/model/kernels/apply.ts';
import type { ComparedModel } from '../../src/stores/comparison.ts';
import { setUp, small, trainable } from '../scope/setup.ts';

async function begin(goal: Goal, document: unknown = small) {
  const made = await setUp(document);
  const check = beginGoal(goal, made.stores);
  return { ...made, check, met: () => check().met };
}

describe('a goal', () => {
  it('look: the lens of a layer, at rest at a cell', async () => {
    const { met, stores } = await begin({ goal: 'look', layer: 'conv', index: [1, 2, 0] });
    stores.view.setState({ open: 'conv', cell: { layer: 'conv', index: [1, 2, 0] }, playing: true });
    expect(met()).toBe(false);
    stores.view.setState({ playing: false });
    expect(met()).toBe(true);
    stores.view.setState({ cell: { layer: 'conv', index: [1, 1, 0] } });
    expect(met()).toBe(false);
    const any = beginGoal({ goal: 'look', layer: 'conv' }, stores);
    expect(any().met).toBe(true);
    const inMap = (channel: number) =>
      beginGoal({ goal: 'look', layer: 'conv', index: [null, null, channel] }, stores)().met;
    expect([inMap(0), inMap(1)]).toEqual([true, false]);
    stores.view.setState({ open: undefined });
    expect(any().met).toBe(false);
  });

  it('visit: cells one went to, not those that the playhead passed', async () => {
    const { check, stores } = await begin({ goal: 'visit', layer: 'conv', cells: 2 });
    const go = (col: number, playing: boolean) => {
      stores.view.setState({ cell: { layer: 'conv', index: [0, col, 0] }, playing });
      return check().done;
    };
    expect([go(0, true), go(1, true), go(2, false), go(2, false)]).toEqual([0, 0, 1, 1]);
    stores.view.setState({ hover: { layer: 'flat', index: [3] } });
    expect(check().met).toBe(false);
    stores.view.setState({ hover: { layer: 'conv', index: [0, 3, 0] } });
    expect(check()).toEqual({ met: true, done: 2, of: 2 });
  });

  it('train: batches or epochs since the step began', async () => {
    const { scope, stores } = await begin({ goal: 'train' }, trainable);
    await scope.step('batch');
    const one = beginGoal({ goal: 'train' }, stores);
    const epochs = beginGoal({ goal: 'train', epochs: 2 }, stores);
    expect(one().met).toBe(false);
    await scope.train({ epochs: 1 });
    expect(one().met).toBe(true);
    expect(epochs()).toEqual({ met: false, done: 1, of: 2 });
    await scope.train({ epochs: 1 });
    expect(epochs().met).toBe(true);
    // After a reset it counts again.
    await scope.reset();
    expect(epochs().met).toBe(false);
  });

  it('edit-weights: by hand, and not taken back', async () => {
    const { met, scope } = await begin({ goal: 'edit-weights', layer: 'conv' });
    await scope.editWeights('out', [{ weight: 'kernel', index: [0, 0], value: 3 }]);
    expect(met()).toBe(false);
    await scope.editWeights('conv', [{ weight: 'kernel', index: [0, 0, 0, 0], value: 3 }]);
    expect(met()).toBe(true);
    await scope.undo();
    expect(met()).toBe(false);
  });

  it('kernel: a preset, that one or any', async () => {
    const { met, scope, stores } = await begin({ goal: 'kernel', layer: 'conv', name: 'sobel_x' });
    const any = beginGoal({ goal: 'kernel', layer: 'conv' }, stores);
    const spec = stores.document.getState().network.byName.get('conv')!.weights[0]!;
    expect([met(), any().met]).toEqual([false, false]);
    await scope.editWeights('conv', presetEdits('box', spec, { filter: 1, seed: 1 }));
    expect([met(), any().met]).toEqual([false, true]);
    await scope.editWeights('conv', presetEdits('sobel_x', spec, { filter: 0, seed: 1 }));
    expect(met()).toBe(true);
  });

  it('set: an argument of the document; a number stands for a list of it', async () => {
    const { met, scope, stores } = await begin({ goal: 'set', layer: 'conv', key: 'strides', value: 2 });
    const exact = beginGoal({ goal: 'set', layer: 'conv', key: 'strides', value: [2, 1] }, stores);
    const withStrides = (strides: unknown) => {
      const [conv, ...rest] = small.model.layers;
      const changed = { ...conv!, config: { ...conv!.config, strides } };
      return { ...small, model: { ...small.model, layers: [changed, ...rest] } };
    };
    expect(met()).toBe(false);
    await scope.setDocument(withStrides([2, 1]));
    expect([met(), exact().met]).toEqual([false, true]);
    await scope.setDocument(withStrides(2));
    expect([met(), exact().met]).toEqual([true, false]);
    expect(beginGoal({ goal: 'set', layer: 'none', key: '__proto__', value: {} }, stores)().met).toBe(false);
  });

  it('value and metric: within a range, which may be open', async () => {
    const { met, scope, stores } = await begin({ goal: 'value', layer: 'out', index: [0], min: 0, max: 1 });
    expect(met()).toBe(true);
    expect(beginGoal({ goal: 'value', layer: 'out', index: [0], min: 2 }, stores)().met).toBe(false);
    expect(beginGoal({ goal: 'value', layer: 'out', index: [0, 0], max: 2 }, stores)().met).toBe(false);
    const trained = await setUp(trainable);
    const some = beginGoal({ goal: 'metric', name: 'loss', max: 1e9 }, trained.stores);
    const none = beginGoal({ goal: 'metric', name: 'loss', max: -1 }, trained.stores);
    expect(some().met).toBe(false);
    await trained.scope.train({ epochs: 1 });
    expect([some().met, none().met]).toEqual([true, false]);
    await scope.pause();
  });

  it('probe: another input, of the same model', async () => {
    const { met, scope } = await begin({ goal: 'probe' });
    expect(met()).toBe(false);
    await scope.setInput({ tensor: { shape: [6, 6, 1], data: new Array(36).fill(1) } });
    expect(met()).toBe(true);
  });

  it('compare: models of a comparison that is finished', async () => {
    const { check, stores } = await begin({ goal: 'compare' });
    const model = { document: stores.document.getState().document } as unknown as ComparedModel;
    stores.comparison.setState({ status: 'running', keys: ['a', 'b'], done: new Map([['a', model]]) });
    expect(check()).toEqual({ met: false, done: 1, of: 2 });
    stores.comparison.setState({
      status: 'running',
      done: new Map([
        ['a', model],
        ['b', model],
      ]),
    });
    expect(check().met).toBe(false);
    stores.comparison.setState({ status: 'idle' });
    expect(check()).toEqual({ met: true, done: 2, of: 2 });
    // One that was there before does not count.
    expect(beginGoal({ goal: 'compare' }, stores)().met).toBe(false);
  });
});
