import { describe, expect, test, vi } from 'vitest';
import { admit } from '../../src/model/gate.ts';
import { createDocumentStore, redone, replaced, undone } from '../../src/stores/document.ts';
import { createRunStore } from '../../src/stores/run.ts';
import { createStores } from '../../src/stores/stores.ts';
import { focusOf, sameFocus } from '../../src/stores/view.ts';
import { small } from '../scope/setup.ts';

const titled = (title: string) => admit({ ...small, title });

const change = { change: 'Edited', edit: true, renamed: {}, lost: undefined, provenance: 'fresh' } as const;

describe('the document store', () => {
  const titles = ({
    document,
    past,
    future,
  }: ReturnType<ReturnType<typeof createDocumentStore>['getState']>) => [
    past.map((entry) => entry.document.title).join(''),
    document.title,
    future.map((entry) => entry.document.title).join(''),
  ];

  test('undo and redo walk the same documents', () => {
    let state = createDocumentStore(titled('A')).getState();
    state = replaced(state, titled('B'), change);
    state = replaced(state, titled('C'), change);
    expect(titles(state)).toEqual(['AB', 'C', '']);
    state = undone(undone(state, titled('B'), change), titled('A'), change);
    expect(titles(state)).toEqual(['', 'A', 'BC']);
    state = redone(state, titled('B'), change);
    expect(titles(state)).toEqual(['A', 'B', 'C']);
    expect(titles(replaced(state, titled('D'), change))).toEqual(['AB', 'D', '']);
  });

  test('undo goes back a hundred documents, no more', () => {
    const next = titled('B');
    let state = createDocumentStore(titled('A')).getState();
    for (let i = 0; i < 150; i++) state = replaced(state, next, change);
    expect(state.past).toHaveLength(100);
  });
});

describe('the run store', () => {
  const progress = { step: 1, ofSteps: 9, epoch: 1, secondsLeft: undefined };

  test('grows in place and says so by its version', () => {
    const run = createRunStore();
    run.begin(5);
    const { batches, epochs, version } = run.getState();
    const listener = vi.fn();
    run.subscribe(listener);
    run.appendBatches(
      [
        { step: 1, loss: 2 },
        { step: 2, loss: 1 },
      ],
      progress,
    );
    run.appendEpoch({ epoch: 1, loss: 1 });
    expect(run.getState().batches).toBe(batches);
    expect(run.getState().epochs).toBe(epochs);
    expect([batches.length, epochs.length, run.getState().version - version]).toEqual([2, 1, 2]);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test('a new run leaves the old history to those who hold it', () => {
    const run = createRunStore();
    run.appendBatches([{ step: 1, loss: 2 }], progress);
    const { batches } = run.getState();
    run.begin(6);
    expect(run.getState()).toMatchObject({ runId: 6, batches: [], status: 'idle', stopped: undefined });
    run.appendBatches([{ step: 1, loss: 3 }], progress);
    expect(batches).toEqual([{ step: 1, loss: 2 }]);
  });
});

test('focus: the hovered cell, else the last why, else the chosen one', () => {
  const at = (row: number) => ({ layer: 'conv', index: [row, 0, 0] });
  expect(focusOf({ hover: undefined, trail: [], cell: undefined })).toBeUndefined();
  expect(focusOf({ hover: undefined, trail: [], cell: at(1) })).toEqual(at(1));
  expect(focusOf({ hover: undefined, trail: [at(2), at(3)], cell: at(1) })).toEqual(at(3));
  expect(focusOf({ hover: at(4), trail: [at(2)], cell: at(1) })).toEqual(at(4));
  expect(sameFocus(at(1), at(1))).toBe(true);
  expect(sameFocus(at(1), at(2))).toBe(false);
  expect(sameFocus(at(1), { layer: 'other', index: [1, 0, 0] })).toBe(false);
  expect(sameFocus(at(1), { layer: 'conv', index: [1] })).toBe(false);
  expect(sameFocus(undefined, at(1))).toBe(false);
});

test('a page starts with the default document and no trace', () => {
  const stores = createStores();
  expect(stores.document.getState().document.title).toBe('Digits');
  expect(stores.trace.getState()).toMatchObject({ trace: undefined });
  expect(stores.trace.getState().probe.input.data).toHaveLength(784);
});
