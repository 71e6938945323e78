import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf } from '../../src/base/tensor.ts';
import { putOnBackend } from '../../src/engine/active.ts';
import type { Backends } from '../../src/engine/backend.ts';
import type { Batch } from '../../src/engine/batches.ts';
import { openPreset } from '../../src/formats/presets/open-preset.ts';
import type { Preset } from '../../src/formats/presets/presets.ts';
import type { ModelDocument } from '../../src/model/document.ts';
import { completeForTraining } from '../../src/model/edit/complete-for-training.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { headsOf } from '../../src/model/heads.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { isRegression } from '../../src/model/losses.ts';
import type { Network } from '../../src/model/network.ts';
import { minimise } from '../../src/model/normalise.ts';
import { learningRateAt } from '../../src/model/schedules.ts';

const STEPS = 10;
const BATCH = 8;

const inHand = admit(digits).document;

/** A training step through a thousand of them takes seconds; the weights are the same for fewer. */
const LONGEST = 100;

/** The preset as it opens, and as it is trained: one without a head gets one, the longest sequences are cut. */
function opened(preset: Preset) {
  const { document, network } = admit(openPreset(preset, inHand).reading.document);
  const { model, ...rest } = (document.compile ? minimise(document) : completeForTraining(document)) as {
    readonly model: { readonly input_shape: readonly number[] };
  };
  const [steps, ...others] = model.input_shape as [number, ...number[]];
  const input_shape = [others.length === 1 ? Math.min(steps, LONGEST) : steps, ...others];
  return { network, trained: admit({ ...rest, model: { ...model, input_shape } }) };
}

/** One of several classes; of a single unit 0 or 1, and any number for a regression. */
function targetsFor({ compile }: ModelDocument, network: Network, batch: number): tf.Tensor[] {
  return headsOf(compile!, network.outputs).map(({ output, loss }, head) => {
    const random = createRandom(2, 'target', head);
    const shape = [batch, ...network.byName.get(output)!.outputShape];
    const units = shape.at(-1)!;
    const next = () => (isRegression(loss) ? random.normal() : random.bits() % 2);
    const data = Float32Array.from({ length: sizeOf(shape) }, units > 1 ? () => 0 : next);
    if (units > 1) for (let row = 0; row < data.length; row += units) data[row + (random.bits() % units)] = 1;
    return tf.tensor(data, shape);
  });
}

function batchFor(document: ModelDocument, network: Network): Batch {
  const count = document.model.batch_size ?? BATCH;
  const shape = [count, ...network.inputShape];
  const random = createRandom(1, 'input');
  const inputs = tf.tensor(
    Float32Array.from({ length: sizeOf(shape) }, () => random.normal()),
    shape,
  );
  return { inputs, targets: targetsFor(document, network, count), mask: tf.ones([count]), count };
}

/** What ten steps on one fixed batch do to a preset that opens with fresh weights. */
export interface LearnedPreset {
  /** Of the model as its code writes it. */
  readonly params: number;
  /** The loss of the batch before the first step and after the last. */
  readonly loss: { readonly before: number; readonly after: number };
  /** Tensors before all, after the first step, after the last, and once everything is disposed of. */
  readonly tensors: {
    readonly before: number;
    readonly first: number;
    readonly last: number;
    readonly disposed: number;
  };
}

/** On the backend in use. @throws where a step's gradients are not finite. */
export async function learnPreset(preset: Preset, backends: Backends): Promise<LearnedPreset> {
  const { network: asWritten, trained } = opened(preset);
  const { document, network } = trained;
  const before = tf.memory().numTensors;
  const weights = initialWeights(network, document.seed);
  const { model, trainee } = putOnBackend(document, network, { weights, optimizer: undefined }, backends);
  const { objective, stepper } = trainee!;
  const batch = batchFor(document, network);
  const loss = () =>
    tf.tidy(() => {
      const layers = model.forward(batch.inputs);
      const outputs = objective.outputs.map((name) => layers.get(name)!.output);
      return tf.mean(objective.loss(batch.targets, outputs)).dataSync()[0]!;
    });
  const lossBefore = loss();
  // The first step makes what a stateful layer keeps for the next.
  let first = 0;
  for (let step = 0; step < STEPS; step++) {
    const rate = learningRateAt(document.compile!.optimizer.config.learning_rate, step);
    if (!(await stepper.train(batch, document.seed, step, rate))) throw new Error(`Step ${step} failed.`);
    if (step === 0) first = tf.memory().numTensors;
  }
  const last = tf.memory().numTensors;
  const lossAfter = loss();
  stepper.dispose();
  model.dispose();
  tf.dispose([batch.inputs, ...batch.targets, batch.mask]);
  const disposed = tf.memory().numTensors;
  return {
    params: asWritten.params,
    loss: { before: lossBefore, after: lossAfter },
    tensors: { before, first, last, disposed },
  };
}
