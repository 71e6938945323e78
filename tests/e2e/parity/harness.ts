import * as tf from '@tensorflow/tfjs-core';
import { createBackends } from '../../../src/engine/backend.ts';
import { PRESETS } from '../../../src/formats/presets/presets.ts';
import { type LearnedPreset, learnPreset } from '../../engine/learn-preset.ts';
import { worst } from '../../parity/compare.ts';
import type { LayerCase } from '../../parity/fixture.ts';
import { expectLayerCase } from '../../parity/layer-case.ts';
import {
  expectLossCase,
  expectMetricCase,
  type LossCase,
  type MetricCase,
} from '../../parity/measure-case.ts';
import { expectSteps, type TrainingCase } from '../../parity/training-case.ts';

/** What became of one case. */
export interface Outcome {
  readonly name: string;
  /** How it differs from Keras. */
  readonly failure?: string;
  /** Pairs of a tolerance and the largest error of the numbers that it is for. */
  readonly worst: readonly (readonly [tolerance: number, error: number])[];
}

/** The page of the parity tests: the engine's own modules on WebGL, and the cases that are handed in. */
export interface Parity {
  /** First of all. `packed`: four numbers to a texel, as on a GPU; the page has one in software work without. */
  start(packed: boolean): Promise<void>;
  /** Cases of a file of fixtures: `layers/Conv1D`, `training/losses`. */
  run(file: string, cases: readonly { readonly name: string }[]): Promise<Outcome[]>;
  learn(preset: string): Promise<LearnedPreset>;
  /** Numbers of shape `[30, 1, 40]`, spread over `[30, 2, 40]`: from a texture of 30 by 40, and from one of 20 by 60. */
  spread(): Float32Array[];
}

declare global {
  interface Window {
    parity: Parity;
  }
}

const backends = createBackends('');

/** By the beginning of a file's name. */
const expectations: Readonly<Record<string, (given: never) => void | Promise<void>>> = {
  layers: (layerCase: LayerCase) => expectLayerCase(layerCase),
  training: (trainingCase: TrainingCase) => expectSteps(trainingCase, backends),
  'measures/losses': (lossCase: LossCase) => expectLossCase(lossCase),
  'measures/metrics': (metricCase: MetricCase) => expectMetricCase(metricCase),
};

window.parity = {
  async start(packed) {
    await backends.use('webgl', 'asked');
    tf.env().set('WEBGL_PACK', packed);
  },
  async run(file, cases) {
    const [, expectation] = Object.entries(expectations).find(([start]) => file.startsWith(start))!;
    const outcomes: Outcome[] = [];
    for (const given of cases) {
      worst.clear();
      let failure: { failure: string } | undefined;
      try {
        await expectation(given as never);
      } catch (error) {
        failure = { failure: error instanceof Error ? error.message : String(error) };
      }
      outcomes.push({ name: given.name, worst: [...worst], ...failure });
    }
    return outcomes;
  },
  spread: () =>
    [
      [30, 40],
      [20, 60],
    ].map((texture) => {
      const numbers = tf.neg(tf.reshape(tf.range(0, -1200, -1), texture));
      return tf.add(tf.reshape(numbers, [30, 1, 40]), tf.zeros([30, 2, 40])).dataSync<'float32'>();
    }),
  learn: (id) => learnPreset(PRESETS.find((preset) => preset.id === id)!, backends),
};
