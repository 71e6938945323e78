import * as tf from '@tensorflow/tfjs-core';
import { putOnBackend } from '../../src/engine/active.ts';
import type { Backends } from '../../src/engine/backend.ts';
import { learningRateAt } from '../../src/model/schedules.ts';
import { expectNumber, expectTrained, GRADIENT } from './compare.ts';
import { type LayerEntry, read, type WrittenTensor, type WrittenWeight } from './fixture.ts';
import { openCase } from './model.ts';
import { fromBackend, onBackend, targetsOnBackend } from './tensors.ts';

/** Twenty steps of Keras's on one small model; written by scripts/parity. */
export interface TrainingCase {
  readonly name: string;
  readonly model: { readonly layers: readonly LayerEntry[] };
  readonly compile: unknown;
  readonly weights: readonly WrittenWeight[];
  /** Taken in turn; targets output by output. */
  readonly batches: readonly { readonly input: WrittenTensor; readonly targets: readonly WrittenTensor[] }[];
  /** Of every step, before it. */
  readonly losses: readonly number[];
  /** All weights after some of the steps, which are counted from 1. */
  readonly after: Readonly<Record<string, readonly WrittenTensor[]>>;
}

/** Throws where the steps are not Keras's, on tfjs's backend in use. */
export async function expectSteps(trainingCase: TrainingCase, backends: Backends): Promise<void> {
  const { document, network, weights } = openCase(trainingCase, trainingCase.compile);
  const { model, trainee } = putOnBackend(document, network, { weights, optimizer: undefined }, backends);
  const { stepper } = trainee!;
  const learningRate = document.compile!.optimizer.config.learning_rate;
  const shapes = network.outputs.map((name) => [1, ...network.byName.get(name)!.outputShape]);
  try {
    for (const [step, loss] of trainingCase.losses.entries()) {
      const batch = trainingCase.batches[step % trainingCase.batches.length]!;
      const inputs = onBackend(read(batch.input));
      const targets = batch.targets.map((values, place) => targetsOnBackend(read(values), shapes[place]!));
      const count = inputs.shape[0]!;
      const mask = tf.ones([count]) as tf.Tensor1D;
      const rate = learningRateAt(learningRate, step);
      const trained = await stepper.train({ inputs, targets, mask, count }, 1, step, rate);
      tf.dispose([inputs, ...targets, mask]);
      expectNumber(trained!.means[0]!, loss, 10 * GRADIENT, `loss of step ${step + 1}`);
      const wanted = trainingCase.after[step + 1];
      if (!wanted) continue;
      [...model.variables.values()].flat().forEach((variable, position) => {
        const { layer, name } = trainingCase.weights[position]!;
        const what = `${layer}'s ${name} after step ${step + 1}`;
        const start = read(trainingCase.weights[position]!);
        expectTrained(fromBackend(variable), read(wanted[position]!), start, what);
      });
    }
  } finally {
    stepper.dispose();
    model.dispose();
  }
}
