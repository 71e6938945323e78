import { expect, test } from 'vitest';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { curvePicture } from '../../src/scene/charts/curve.ts';
import { createSeries } from '../../src/scene/charts/series.ts';
import { batchesPerEpoch, byBatch } from '../../src/ui/lab/validation-by-batch.ts';

/** The steps in the middle of the buckets, as the charts place them. */
function placed(series: ReturnType<typeof byBatch>): number[] {
  return Array.from({ length: series.length }, (_, at) =>
    Math.min(series.last, series.first + (at + 0.5) * series.span - 0.5),
  );
}

test('an epoch has as many batches as Keras trains: the split floored, the last batch short', () => {
  const { document } = admit(digits);
  expect(batchesPerEpoch(document)).toBe(57); // 1,800 rows of 2,000 in batches of 32
  const odd = { ...document, fit: { ...document.fit, batch_size: 7, validation_split: 0.333 } };
  expect(batchesPerEpoch(odd)).toBe(191); // 1,334 rows: 190 batches of 7 and one of 4
});

test('validation stands at the batch that ended its epoch', () => {
  const epochs = createSeries();
  for (const [epoch, value] of [0.5, 0.4, 0.3].entries()) epochs.push(epoch + 1, value);
  const series = byBatch(epochs, 57);
  expect(placed(series)).toEqual([57, 114, 171]);
  expect(series.latest).toBe(epochs.latest);
});

test('merged epochs stand in the middle of their batches, and the chart takes them', () => {
  const epochs = createSeries(4);
  for (let epoch = 1; epoch <= 8; epoch++) epochs.push(epoch, epoch);
  const series = byBatch(epochs, 10);
  expect(placed(series)).toEqual([15, 35, 55, 75]);
  const line = { series, name: 'validation', ink: 'second', fine: false } as const;
  const picture = curvePicture({ lines: [line], width: 300, height: 140, axis: 'positive', steps: 80 });
  expect(picture.marks.some((mark) => mark.type === 'path' && mark.stroke === 'second')).toBe(true);
});
