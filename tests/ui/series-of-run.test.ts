import { expect, test } from 'vitest';
import { createRunStore } from '../../src/stores/run.ts';
import { createRunSeries } from '../../src/ui/lab/series-of-run.ts';

const progress = { step: 0, ofSteps: 0, epoch: 1, secondsLeft: undefined };

test('a series takes in what is new and starts again with another run', () => {
  const run = createRunStore();
  const series = createRunSeries('loss');
  run.begin(1);
  run.appendBatches(
    [
      { step: 1, loss: 2 },
      { step: 2, loss: 1 },
    ],
    progress,
  );
  run.appendEpoch({ epoch: 1, loss: 1.5, val_loss: 1.25 });
  series.update(run.getState());
  series.update(run.getState());
  expect([...series.batches.mean.slice(0, 2)]).toEqual([2, 1]);
  expect(series.batches.length).toBe(2);
  expect(series.epochs.latest).toBe(1.5);
  expect(series.validation.latest).toBe(1.25);

  run.appendBatches([{ step: 3, loss: 0.5 }], progress);
  series.update(run.getState());
  expect(series.batches.length).toBe(3);
  expect(series.batches.latest).toBe(0.5);

  run.begin(2);
  series.update(run.getState());
  expect(series.batches.length).toBe(0);
  expect(series.validation.length).toBe(0);
});

test('a metric that a run does not have gives no points', () => {
  const run = createRunStore();
  const series = createRunSeries('accuracy');
  run.begin(1);
  run.appendBatches([{ step: 1, loss: 2 }], progress);
  series.update(run.getState());
  expect(series.batches.length).toBe(0);
});
