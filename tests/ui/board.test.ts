import { expect, test } from 'vitest';
import type { ModelDocument } from '../../src/model/document.ts';
import { createStores } from '../../src/stores/stores.ts';
import { createBoard } from '../../src/ui/lab/board.ts';
import { changesText } from '../../src/ui/lab/change-text.ts';

const progress = { step: 1, ofSteps: 1, epoch: 1, secondsLeft: undefined };

function setUp() {
  const stores = createStores();
  const board = createBoard(stores);
  let runId = 0;
  return {
    board,
    first: stores.document.getState().document,
    /** A run of one batch with the document, or with what is made of it. */
    train(change: (document: ModelDocument) => ModelDocument = (document) => document) {
      stores.document.setState(({ document }) => ({ document: change(document) }));
      stores.run.begin(++runId);
      stores.run.setState({ status: 'running' });
      stores.run.appendBatches([{ step: 1, loss: runId }], progress);
      stores.run.setState({ status: 'idle' });
    },
    nothing: () => stores.run.begin(++runId),
  };
}

const withSeed = (seed: number) => (document: ModelDocument) => ({ ...document, seed });

test('a run stays when the next begins, with the document it was trained with', () => {
  const { board, train, nothing, first } = setUp();
  train();
  train(withSeed(77));
  nothing();
  nothing();
  const { past, current } = board.getState();
  expect(past.map(({ number, series }) => [number, series.loss.batches.at(0)])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(past.map(({ document }) => document.seed)).toEqual([first.seed, 77]);
  expect(current.number).toBe(3);
  expect(changesText(past[0]!.document, past[1]!.document)).toBe(`seed ${first.seed} to 77`);
  expect(changesText(first, first)).toBe('the same again');
});

test('the last five stay, can be hidden, and forgotten', () => {
  const { board, train } = setUp();
  for (let run = 1; run <= 8; run++) train();
  const numbers = () => board.getState().past.map(({ number }) => number);
  expect(numbers()).toEqual([3, 4, 5, 6, 7]);
  board.show(4, false);
  expect([...board.getState().hidden]).toEqual([4]);
  board.show(4, true);
  expect([...board.getState().hidden]).toEqual([]);
  board.forget(5);
  expect(numbers()).toEqual([3, 4, 6, 7]);
});

test('more changes than one reads at a glance are counted', () => {
  const { first } = setUp();
  const after = { ...first, seed: 1, fit: { ...first.fit, epochs: 99, batch_size: 7, shuffle: false } };
  expect(changesText(first, after)).toMatch(/^seed .*, epochs .*, batch_size .* and 1 more$/);
});
