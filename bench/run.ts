/** `npm run bench`: measures the built page and prints each figure beside its limit. Names choose some of them. */
import { cpus } from 'node:os';
import { type Figure, holds, lineOf } from './figure.ts';
import { measureCurves } from './figures/curves.ts';
import { measureFirstMaps } from './figures/first-maps.ts';
import { measureInputChange } from './figures/input-change.ts';
import { measureLeaks } from './figures/leaks.ts';
import { measureLens } from './figures/lens.ts';
import { measureScales } from './figures/scales.ts';
import { measureSequences } from './figures/sequences.ts';
import { measureSequenceFrames } from './figures/sequences-frames.ts';
import { measureTraining } from './figures/training.ts';
import { measureWebgl } from './figures/webgl.ts';
import { measureWeightEdit } from './figures/weight-edit.ts';
import { type Ground, prepareGround } from './ground.ts';

const MEASUREMENTS: Readonly<Record<string, (ground: Ground) => Promise<Figure[]>>> = {
  'first-maps': measureFirstMaps,
  'input-change': measureInputChange,
  'weight-edit': measureWeightEdit,
  lens: measureLens,
  training: measureTraining,
  curves: measureCurves,
  scales: measureScales,
  sequences: measureSequences,
  'sequences-frames': measureSequenceFrames,
  webgl: measureWebgl,
  leaks: measureLeaks,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
if (unknown.length > 0)
  throw new Error(`No measurement ${unknown.join(', ')}; there are ${Object.keys(MEASUREMENTS).join(', ')}.`);

const ground = await prepareGround();
try {
  const [cpu] = cpus();
  console.log(
    `Chromium ${ground.browser.version()}, rendering in software, on ${cpus().length} cores (${cpu?.model ?? 'unknown'})\n`,
  );
  let missed = 0;
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const figure of await measure(ground)) {
      console.log(lineOf(figure));
      if (!holds(figure)) missed++;
    }
  }
  console.log(`\n${missed === 0 ? 'All figures hold.' : `${missed} figures miss their limit.`}`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  await ground.close();
}
