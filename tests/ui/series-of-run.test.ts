import { expect, test } from 'vitest';
import { createRunStore } from '../../src/stores/run.ts';
import { createRunSeries } from '../../src/ui/lab/series-of-run.ts';

const progress = { step: 0, ofSteps: 0, epoch: 1, secondsLeft: undefined };

test('a series takes in what is new', () => {
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
  expect([series.batches.length, series.batches.at(0), series.batches.at(1)]).toEqual([2, 2, 1]);
  expect(series.epochs.latest).toBe(1.5);
  expect(series.validation.latest).toBe(1.25);

  run.appendBatches([{ step: 3, loss: 0.5 }], progress);
  series.update(run.getState());
  expect([series.batches.length, series.batches.at(2)]).toEqual([3, 0.5]);
});

test('a metric that a run does not have gives no points', () => {
  const run = createRunStore();
  const series = createRunSeries('accuracy');
  run.begin(1);
  run.appendBatches([{ step: 1, loss: 2 }], progress);
  run.appendEpoch({ epoch: 1, loss: 1.5 });
  series.update(run.getState());
  expect(series.batches.at(0)).toBeNaN();
  expect(series.epochs.length).toBe(0);
});
