import { expect, test } from 'vitest';
import { createEarlyStopping } from '../../src/engine/early-stopping.ts';

const defaults = {
  monitor: 'val_loss',
  min_delta: 0,
  patience: 0,
  mode: 'auto',
  baseline: null,
  restore_best_weights: false,
  start_from_epoch: 0,
} as const;

/** Epoch at which it stops, from 1; 0 if never. */
function stopsAt(
  config: Partial<Parameters<typeof createEarlyStopping>[0]>,
  values: readonly number[],
): number {
  const stopping = createEarlyStopping({ ...defaults, ...config });
  const name = config.monitor ?? defaults.monitor;
  return values.findIndex((value, i) => stopping.observe({ loss: 0, [name]: value }, i, 0.1).stop) + 1;
}

test.each([
  ['without patience, the first epoch that is no better', {}, [3, 2, 2.5, 1], 3],
  ['with patience 2, the second such epoch in a row', { patience: 2 }, [3, 2, 2.5, 1, 1.5, 1.5, 0], 6],
  ['an improvement has to be larger than min_delta', { min_delta: 0.5 }, [3, 2.6, 1], 2],
  ['accuracy is better when it rises', { monitor: 'val_accuracy' }, [0.5, 0.6, 0.55], 3],
  ['mode says which way is better', { monitor: 'val_accuracy', mode: 'min' as const }, [0.5, 0.6], 2],
  ['epochs before start_from_epoch do not count', { start_from_epoch: 2 }, [1, 2, 3, 2, 4], 5],
  [
    'a baseline that is never reached uses the patience up',
    { baseline: 1, patience: 2 },
    [3, 2.9, 2.8, 2.9],
    4,
  ],
  ['a figure that is not there never stops it', { monitor: 'val_loss' }, [], 0],
])('%s', (_, config, values, epoch) => {
  expect(stopsAt(config, values)).toBe(epoch);
});
