import * as tf from '@tensorflow/tfjs-core';
import type { Backends } from './backend.ts';
import type { Batch } from './batches.ts';
import type { BuiltModel } from './build.ts';
import type { LayerHealth } from './engine.ts';
import { createHealthCheck, type HealthCheck } from './health.ts';
import type { Objective } from './objective.ts';
import type { Optimizer, Update } from './optimizers/optimizer.ts';

/** An optimizer's state as plain data: `slots` weight by weight. */
export interface OptimizerState {
  readonly iterations: number;
  readonly slots: readonly Float32Array[];
}

interface Trained {
  /** The means of the objective's figures over the samples, before the step. */
  readonly figures: readonly number[];
  /** Before the step too, where it was asked for. */
  readonly health: readonly LayerHealth[] | undefined;
}

/** Takes training steps on one model with one optimizer. */
export interface Stepper {
  /**
   * Trains one batch at a learning rate. Undefined where the loss or a new weight is not finite: the model then is as
   * it was before.
   */
  train(
    batch: Batch,
    seed: number,
    step: number,
    rate: number,
    examine?: boolean,
  ): Promise<Trained | undefined>;
  readonly iterations: number;
  /** The slots, weight by weight, for `backends.read`. */
  slots(): readonly tf.Tensor[];
  restore(state: OptimizerState): void;
  dispose(): void;
}

interface Computed {
  readonly figures: tf.Tensor;
  readonly updates: readonly Update[];
}

function meanOver(values: tf.Tensor1D, { mask, count }: Batch): tf.Scalar {
  return tf.div(tf.sum(tf.mul(values, mask)), count);
}

export function createStepper(
  model: BuiltModel,
  objective: Objective,
  optimizer: Optimizer,
  backends: Backends,
): Stepper {
  let iterations = 0;
  const healthCheck = createHealthCheck(model);
  /** Figures that say whether the step may be taken; those of its examination stand behind them. */
  const needed = objective.names.length + model.trainable.length;
  let slots: tf.Tensor[][] = model.trainable.map((variable) =>
    optimizer.slots.map(() => tf.zeros(variable.shape)),
  );

  /** One step, computed but not taken: the figures with the new weights' health behind them, and the updates. */
  function compute(batch: Batch, seed: number, step: number, rate: number, check?: HealthCheck): Computed {
    let outputs: tf.Tensor | undefined;
    let examined: tf.Tensor[] = [];
    let computed: Computed | undefined;
    try {
      tf.tidy(() => {
        const measure = () => {
          const results = model.forward(batch.inputs, { seed, step });
          outputs = tf.keep(results.get(model.network.output)!.output);
          if (check) examined = check.ofOutputs(results, batch).map((figure) => tf.keep(figure));
          return meanOver(objective.loss(batch.targets, outputs), batch);
        };
        // tfjs refuses a gradient by nothing, which is what a model without weights has.
        const { value, grads } =
          model.trainable.length > 0
            ? tf.variableGrads(measure, [...model.trainable])
            : { value: measure(), grads: {} as tf.NamedTensorMap };
        const metrics = objective.metrics.map((metric) => meanOver(metric(batch.targets, outputs!), batch));
        const updates = model.trainable.map((variable, position) => {
          const gradient = grads[variable.name] ?? tf.zerosLike(variable);
          return optimizer.update(variable, gradient, slots[position]!, iterations + 1, rate);
        });
        // A finite number times zero is zero; NaN and Infinity give NaN, which the sum passes on.
        const health = updates.map(({ weight }) => tf.sum(tf.mul(weight, 0)));
        const norms = check?.ofGradients(grads) ?? [];
        const figures = tf.keep(tf.stack([value, ...metrics, ...health, ...examined, ...norms]));
        for (const { weight, slots } of updates) for (const tensor of [weight, ...slots]) tf.keep(tensor);
        computed = { figures, updates };
      });
      return computed!;
    } finally {
      outputs?.dispose();
      tf.dispose(examined);
    }
  }

  return {
    get iterations() {
      return iterations;
    },
    async train(batch, seed, step, rate, examine) {
      const { figures, updates } = compute(batch, seed, step, rate, examine ? healthCheck : undefined);
      try {
        const values = [...(await backends.read([figures]))[0]!];
        if (!values.slice(0, needed).every(Number.isFinite)) {
          tf.dispose(updates.flatMap((update) => [...update.slots]));
          return undefined;
        }
        iterations++;
        tf.dispose(slots);
        slots = updates.map((update) => [...update.slots]);
        updates.forEach(({ weight }, position) => {
          model.trainable[position]!.assign(weight);
        });
        const health = examine ? healthCheck.read(values.slice(needed)) : undefined;
        return { figures: values.slice(0, objective.names.length), health };
      } catch (error) {
        tf.dispose(updates.flatMap((update) => [...update.slots]));
        throw error;
      } finally {
        figures.dispose();
        tf.dispose(updates.map((update) => update.weight));
      }
    },
    slots: () => slots.flat(),
    restore(state) {
      iterations = state.iterations;
      let next = 0;
      tf.dispose(slots);
      slots = model.trainable.map((variable) =>
        optimizer.slots.map(() => tf.tensor(state.slots[next++]!, variable.shape, 'float32')),
      );
    },
    dispose: () => tf.dispose(slots),
  };
}
