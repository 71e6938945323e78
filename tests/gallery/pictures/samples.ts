import { createRandom } from '../../../src/base/random.ts';
import type { Tensor } from '../../../src/base/tensor.ts';
import { predictionsPicture } from '../../../src/scene/charts/predictions.ts';
import { lanesPicture } from '../../../src/scene/samples/lanes-picture.ts';
import { samplePicture, sampleScale } from '../../../src/scene/samples/sample-picture.ts';
import { windowsStrip } from '../../../src/scene/samples/windows-strip.ts';

function signals(steps: number, channels: number): Tensor {
  const random = createRandom(2, 'signals');
  const data = Float32Array.from({ length: steps * channels }, (_, at) => {
    const channel = at % channels;
    return (
      Math.sin((Math.floor(at / channels) / steps) * 9 + channel) / (1 + channel / 2) + random.normal() / 20
    );
  });
  return { shape: [steps, channels], data };
}

const drawn = (tensor: Tensor) => samplePicture(tensor, sampleScale(tensor), 240, 90);

const ROWS = 400;
const series = Float32Array.from({ length: ROWS * 2 }, (_, at) =>
  at % 2 === 0 ? Math.sin(at / 17) + Math.sin(at / 140) : 0,
);
const strip = {
  values: series,
  channels: 2,
  rows: ROWS,
  channel: 0,
  testFrom: 300,
  lookback: 10,
  ahead: 1,
  words: { train: 'Training', test: 'Test', window: 'window of 10', target: 'to forecast' },
};

const truths = Float32Array.from({ length: 120 }, (_, at) => 10 + 6 * Math.sin(at / 8));
const random = createRandom(4, 'off');
const predictions = truths.map((truth) => truth * 0.9 + random.normal());

/** Samples that are no pictures, windows of a series, and predicted numbers. */
export const sampleChoices = {
  'sample-lines': () => drawn(signals(60, 3)),
  'sample-stacked': () => drawn(signals(60, 9)),
  'sample-strip': () => drawn(signals(60, 28)),
  'sample-lanes': () =>
    lanesPicture(
      signals(60, 3),
      [
        { name: 'acceleration along x', unit: 'g' },
        { name: 'y', unit: 'g' },
        { name: 'z', unit: 'g' },
      ],
      320,
      120,
    ),
  'sample-features': () => drawn({ shape: [40], data: signals(40, 1).data }),
  'windows-none': () => windowsStrip({ ...strip, first: undefined }, 480, 90),
  'windows-train': () => windowsStrip({ ...strip, first: 120 }, 480, 150),
  'windows-last': () => windowsStrip({ ...strip, first: ROWS - 11 }, 480, 150),
  'predictions-in-time': () =>
    predictionsPicture({ truths, predictions, ordered: true, unit: '°C' }, 280, 130),
  'predictions-apart': () =>
    predictionsPicture({ truths, predictions, ordered: false, unit: 'Hz' }, 280, 130),
};
