import { KernelscopeError } from '../base/errors.ts';
import { createRandom } from '../base/random.ts';
import { batchSizeOf } from '../model/batch-size.ts';
import { trainedOf } from '../model/datasets/split.ts';
import type { ModelDocument } from '../model/document.ts';
import { learningRateAt } from '../model/schedules.ts';
import type { Backends } from './backend.ts';
import { type BatchSource, disposeBatch, makeBatch } from './batches.ts';
import type { BuiltModel } from './build.ts';
import type { Dataset } from './data/dataset.ts';
import type { BatchRecord, EpochRecord, Health } from './engine.ts';
import { measure } from './evaluate.ts';
import type { Objective } from './objective.ts';
import type { Stepper } from './step.ts';
import { checkInput, targetsFor } from './targets.ts';

/** The model that is trained, as it stands on the backend in use. */
export interface Trainee {
  readonly model: BuiltModel;
  readonly objective: Objective;
  readonly stepper: Stepper;
}

/** One fit of one document: where it is in which epoch, over which rows, in which order. Holds no tensors. */
export interface Course {
  /** Batches since the start. */
  readonly step: number;
  readonly stepsPerEpoch: number;
  /**
   * Trains the next batch, at the optimizer's own learning rate where none is given; undefined where it was not
   * finite, and nothing changed. `examined` is told how the layers stood in it, which costs a little.
   */
  batch(
    trainee: Trainee,
    rate?: number,
    examined?: (health: Health) => void,
  ): Promise<BatchRecord | undefined>;
  /** Whether the batch just trained was the last of its epoch. */
  readonly atEpochEnd: boolean;
  /** Ends the epoch: its means, and those of the validation rows. */
  endEpoch(trainee: Trainee, backends: Backends, between: () => Promise<void>): Promise<EpochRecord>;
}

/**
 * Prepares the training rows. Keras takes the last rows for validation before it shuffles. The order of an epoch
 * follows from seed and epoch alone, so a run can go on in the middle of one after anything.
 * @throws KernelscopeError `dataset-shape` where the data set does not fit the model.
 */
export async function createCourse(
  document: ModelDocument,
  model: BuiltModel,
  dataset: Dataset,
  start: number,
): Promise<Course> {
  const { seed, fit, compile } = document;
  if (!compile) throw new KernelscopeError({ code: 'not-compiled', path: 'compile' });
  const { network } = model;
  checkInput(document, dataset.definition);
  const targets = targetsFor(network, dataset.definition, compile);
  const rows = await dataset.rows('train', document.dataset.train);
  const trained = trainedOf(rows.count, fit.validation_split);
  if (trained === 0) {
    const expected = `less than ${1 - 1 / rows.count}`;
    throw new KernelscopeError({
      code: 'range',
      path: 'fit.validation_split',
      expected,
      received: String(fit.validation_split),
    });
  }
  const batchSize = batchSizeOf(document);
  const source: BatchSource = { rows, shape: dataset.definition.shape, targets, batchSize };
  const stepsPerEpoch = Math.ceil(trained / batchSize);
  let step = start;
  let epochOfOrder = -1;
  let order: ArrayLike<number> = [];
  let sums: number[] = [];
  let seen = 0;

  function picks(): number[] {
    const epoch = Math.floor(step / stepsPerEpoch);
    if (epoch !== epochOfOrder) {
      order = fit.shuffle
        ? createRandom(seed, 'shuffle', epoch).permutation(trained)
        : Array.from({ length: trained }, (_, row) => row);
      epochOfOrder = epoch;
    }
    const from = (step % stepsPerEpoch) * batchSize;
    return Array.from({ length: Math.min(batchSize, trained - from) }, (_, place) => order[from + place]!);
  }

  return {
    stepsPerEpoch,
    get step() {
      return step;
    },
    get atEpochEnd() {
      return seen > 0 && step % stepsPerEpoch === 0;
    },
    async batch(
      { objective, stepper },
      rate = learningRateAt(compile.optimizer.config.learning_rate, step),
      examined,
    ) {
      const batch = makeBatch(source, picks());
      try {
        const trained = await stepper.train(batch, seed, step, rate, examined !== undefined);
        if (!trained) return undefined;
        const { means, health } = trained;
        sums = means.map((value, figure) => (sums[figure] ?? 0) + value * batch.count);
        seen += batch.count;
        step++;
        if (health) examined?.({ step, layers: health });
        const values = objective.finish(means);
        const figures = Object.fromEntries(objective.names.map((name, figure) => [name, values[figure]!]));
        return { step, ...figures } as unknown as BatchRecord;
      } finally {
        disposeBatch(batch);
      }
    },
    async endEpoch({ model, objective }, backends, between) {
      const values = objective.finish(sums.map((sum) => sum / seen));
      const means = objective.names.map((name, figure): [string, number] => [name, values[figure]!]);
      let validation: [string, number][] = [];
      if (trained < rows.count) {
        const { metrics } = await measure(model, objective, source, [trained, rows.count], backends, between);
        validation = Object.entries(metrics).map(([name, value]) => [`val_${name}`, value]);
      }
      // Only now: what is done again after a lost GPU context needs them again.
      sums = [];
      seen = 0;
      const epoch = Math.round(step / stepsPerEpoch);
      return { epoch, ...Object.fromEntries([...means, ...validation]) } as unknown as EpochRecord;
    },
  };
}
