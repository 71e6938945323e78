import { createRandom } from '../../../src/base/random.ts';
import { barsPicture } from '../../../src/scene/charts/bars.ts';
import { comparedPicture, type LabelledLine, lookOf } from '../../../src/scene/charts/compared.ts';
import { confusionPicture } from '../../../src/scene/charts/confusion.ts';
import { curvePicture } from '../../../src/scene/charts/curve.ts';
import { createSeries, type Series } from '../../../src/scene/charts/series.ts';
import { legendPicture } from '../../../src/scene/legend.ts';

function falling(steps: number, every: number, noise: number, floor: number, salt: string): Series {
  const random = createRandom(5, salt);
  const series = createSeries(256);
  for (let step = every; step <= steps; step += every) {
    series.push(step, floor + 2.2 * Math.exp(-step / (steps * 0.18)) + random.uniform() * noise);
  }
  return series;
}

function rising(steps: number, every: number, noise: number, salt: string): Series {
  const random = createRandom(5, salt);
  const series = createSeries(256);
  for (let step = every; step <= steps; step += every) {
    series.push(
      step,
      Math.min(1, 0.94 - 0.84 * Math.exp(-step / (steps * 0.15)) + (random.uniform() - 0.5) * noise),
    );
  }
  return series;
}

const BATCHES = { name: 'training', ink: 'accent', fine: true } as const;
const EPOCHS = { name: 'validation', ink: 'second', fine: false } as const;
const SIZE = { width: 360, height: 150 };

/** What three models make of a day that rises and falls. */
function forecasts(): LabelledLine[] {
  const day = (lag: number, far: number) =>
    Array.from({ length: 96 }, (_, hour) => 14 + (8 + far) * Math.sin(((hour - lag) / 24) * 2 * Math.PI));
  return [
    { ink: 'ink', label: 'truth', values: day(0, 0) },
    ...[day(1, 0), day(0.4, 1), day(2, -2)].map((values, place) => ({
      ...lookOf(place),
      label: String(place + 1),
      values,
      fine: true,
    })),
  ];
}

export const chartPictures = {
  'compared-losses': () =>
    comparedPicture({
      ...SIZE,
      first: 1,
      steps: 10,
      axis: 'positive',
      lines: [0.2, 0.21, 0.6, 0.8, 0.9].map((floor, place) => ({
        ...lookOf(place),
        label: String(place + 1),
        values: Array.from({ length: 9 - place }, (_, epoch) => floor + 2 * Math.exp(-epoch / 2)),
      })),
    }),
  'compared-forecasts': () =>
    comparedPicture({ ...SIZE, first: 0, steps: 95, axis: 'fitted', lines: forecasts() }),
  'curve-loss': () =>
    curvePicture({
      ...SIZE,
      axis: 'positive',
      steps: 570,
      lines: [
        { ...BATCHES, series: falling(214, 1, 0.35, 0.1, 'a') },
        { ...EPOCHS, series: falling(214, 57, 0, 0.2, 'b') },
      ],
    }),
  'curve-loss-long': () =>
    curvePicture({
      ...SIZE,
      axis: 'positive',
      lines: [
        { ...BATCHES, series: falling(5700, 1, 0.35, 0.1, 'a') },
        { ...EPOCHS, series: falling(5700, 570, 0, 0.2, 'b') },
      ],
    }),
  'curve-accuracy': () =>
    curvePicture({
      ...SIZE,
      axis: 'share',
      lines: [
        { ...BATCHES, series: rising(570, 1, 0.2, 'a') },
        { ...EPOCHS, series: rising(570, 57, 0, 'b') },
      ],
    }),
  'curve-ghosts-and-marks': () =>
    curvePicture({
      ...SIZE,
      axis: 'positive',
      steps: 570,
      lines: [
        { ...BATCHES, series: falling(480, 1, 0.35, 0.1, 'a'), pale: true },
        { ...BATCHES, series: falling(480, 1, 0.03, 0.25, 'c') },
        { ...EPOCHS, series: falling(480, 60, 0, 0.2, 'b'), dash: [5, 3] },
      ],
      ghosts: [
        { series: falling(570, 57, 0.1, 0.6, 'g'), label: '1' },
        { series: falling(342, 57, 0.1, 0.3, 'h'), label: '2' },
      ],
      marks: [
        { step: 240, text: 'lr × 0.1' },
        { step: 300, text: 'lr × 0.1' },
        { step: 420, text: 'best' },
        { step: 480, text: 'stopped' },
      ],
      cursor: 180,
    }),
  'curve-log': () =>
    curvePicture({
      ...SIZE,
      axis: 'log',
      lines: [
        { ...BATCHES, series: falling(5700, 1, 0.01, 0.004, 'a') },
        { ...EPOCHS, series: falling(5700, 570, 0, 0.006, 'b') },
      ],
    }),
  'curve-zoomed': () =>
    curvePicture({
      ...SIZE,
      axis: 'positive',
      from: 200,
      steps: 320,
      selection: [230, 260],
      lines: [{ ...BATCHES, series: falling(570, 1, 0.1, 0.1, 'a') }],
    }),
  'curve-empty': () =>
    curvePicture({ ...SIZE, axis: 'positive', steps: 570, lines: [{ ...BATCHES, series: createSeries() }] }),
  confusion: () =>
    confusionPicture({
      confusion: Array.from({ length: 10 }, (_, row) =>
        Array.from({ length: 10 }, (_, col) =>
          row === col ? 44 + row : (row * 7 + col * 3) % 11 > 8 ? 2 : 0,
        ),
      ),
      width: 240,
      height: 250,
      truth: 'truth',
      prediction: 'prediction',
    }),
  'bars-prediction': () =>
    barsPicture({
      values: [0.01, 0, 0.05, 0.02, 0, 0, 0, 0.87, 0.01, 0.04],
      truth: 7,
      width: 180,
      height: 240,
    }),
  'bars-logits': () =>
    barsPicture({
      values: [-1.4, 0.2, 2.1, -0.3],
      labels: ['cat', 'dog', 'aeroplane', 'horse'],
      truth: 0,
      width: 220,
      height: 110,
    }),
  'legend-diverging': () => legendPicture({ type: 'diverging', limit: 0.84 }, 140),
  'legend-sequential': () => legendPicture({ type: 'sequential', min: 0, max: 2.31 }, 140),
};
