import { readFileSync } from 'node:fs';
import { fromPython } from '../../src/formats/keras/from-python.ts';
import { type Figure, median } from '../figure.ts';
import { type Ground, onPage } from '../ground.ts';
import type { LoopName, Request } from '../pages/loop.ts';
import { BATCH, CLASSES, FEATURES, STEPS } from '../pages/signals.ts';

const ROUNDS = 5;
const WARM_UP = 5;
const BATCHES = 20;

const PRESET = new URL('../../src/formats/presets/activity-recognition.py', import.meta.url);

/** A training step of the preset of activity recognition against the same layers of tf.layers, on wasm. */
export async function measureSequences({ browser, siteUrl, benchUrl, wasmUrl }: Ground): Promise<Figure[]> {
  const shape = [STEPS, FEATURES];
  const dataset = { name: 'mnist', title: 'activity', shape, classes: CLASSES, train: BATCH, test: BATCH };
  const { document } = fromPython(readFileSync(PRESET, 'utf8'), { dataset });
  const loop = (name: LoopName) =>
    onPage(browser, async (page) => {
      await page.goto(benchUrl);
      const request: Request = {
        siteUrl,
        wasmUrl,
        document,
        backend: 'wasm',
        warmUp: WARM_UP,
        batches: BATCHES,
      };
      return median(await page.evaluate(([n, r]) => window.bench.measure(n, r), [name, request] as const));
    });
  const rounds: { readonly ours: number; readonly mended: number }[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ ours: await loop('signals'), mended: await loop('mended') });
  const ms = (which: 'ours' | 'mended') => median(rounds.map((round) => round[which])).toFixed(1);
  return [
    {
      name: 'a step of the (128, 9) preset against tf.layers with the simplest mend',
      how: `wasm, batches of 32: ${ms('ours')} ms against ${ms('mended')} ms; median of ${ROUNDS} rounds of ${BATCHES} steps each`,
      value: median(rounds.map(({ ours, mended }) => ours / mended)),
      unit: 'of its time',
      limit: { most: 1 },
    },
  ];
}
