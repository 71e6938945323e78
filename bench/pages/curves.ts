import { createCanvasPainter } from '../../src/paint/canvas.ts';
import { curvePicture } from '../../src/scene/charts/curve.ts';
import { createStores } from '../../src/stores/stores.ts';
import type { Metric } from '../../src/ui/lab/board.ts';
import { createCharted } from '../../src/ui/lab/charted.ts';
import { curveView } from '../../src/ui/lab/curve-view.ts';

const METRICS: readonly Metric[] = ['loss', 'accuracy'];
/** Batches of an epoch. */
const EPOCH = 57;

/**
 * Milliseconds of each of `updates` updates of both curves, smoothed, after a run of so many batches and five of the
 * same length before it: a batch taken in, the pictures made and painted.
 */
export function timeCurves(batches: number, updates: number): number[] {
  const stores = createStores();
  curveView.setState({ smoothing: 0.6 });
  const charts = METRICS.map((metric) => {
    const canvas = document.createElement('canvas');
    document.body.append(canvas);
    return { charted: createCharted(stores, metric), painter: createCanvasPainter(canvas) };
  });
  let step = 0;
  const batch = () => {
    step++;
    const loss = 2 * Math.exp(-step / 20_000) + 0.2 * Math.random();
    const progress = { step, ofSteps: batches + updates, epoch: 1, secondsLeft: undefined };
    stores.run.appendBatches([{ step, loss, accuracy: 1 - loss / 3 }], progress);
    if (step % EPOCH === 0) {
      const epoch = step / EPOCH;
      stores.run.appendEpoch({
        epoch,
        loss,
        accuracy: 1 - loss / 3,
        val_loss: loss,
        val_accuracy: 1 - loss / 3,
      });
    }
  };
  const draw = () => {
    for (const { charted, painter } of charts)
      painter.update(curvePicture({ ...charted(), width: 300, height: 200 }), {
        theme: 'light',
        pixelRatio: 1,
      });
  };
  for (let run = 1; run <= 6; run++) {
    step = 0;
    stores.run.begin(run);
    while (step < batches) batch();
    draw();
  }
  return Array.from({ length: updates }, () => {
    const start = performance.now();
    batch();
    draw();
    return performance.now() - start;
  });
}
