import * as tf from '@tensorflow/tfjs-core';
import type { Backends } from './backend.ts';
import type { Batch } from './batches.ts';
import type { BuiltModel } from './build.ts';
import { clipGradients } from './clip-gradients.ts';
import { constrain } from './constrain.ts';
import type { LayerHealth } from './engine.ts';
import { createHealthCheck, type HealthCheck } from './health.ts';
import type { LayerResult } from './layers/layer.ts';
import type { Objective } from './objective.ts';
import type { Optimizer, Update } from './optimizers/optimizer.ts';
import { regularization } from './regularize.ts';

/** An optimizer's state as plain data: `slots` weight by weight. */
export interface OptimizerState {
  readonly iterations: number;
  readonly slots: readonly Float32Array[];
}

interface Trained {
  /** The means of the objective's parts over the samples, before the step. */
  readonly means: readonly number[];
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
  /** Stateful layers forget the batches before. */
  resetStates(): void;
  dispose(): void;
}

type Memory = ReadonlyMap<string, readonly tf.Tensor[]>;

/** A step that is computed but not taken. */
interface Computed {
  readonly figures: tf.Tensor;
  readonly updates: readonly Update[];
  /** New values of weights that are not trained. */
  readonly statistics: readonly { readonly variable: tf.Variable; readonly value: tf.Tensor }[];
  readonly memory: Memory;
}

function meanOver(values: tf.Tensor1D, { mask, count }: Batch): tf.Scalar {
  return tf.div(tf.sum(tf.mul(values, mask)), count);
}

/** As `meanOver`, of several values a sample, `[batch, n]`: `[n]`. */
function meansOver(values: tf.Tensor, { mask, count }: Batch): tf.Tensor1D {
  return tf.div(tf.sum(tf.mul(values, tf.expandDims(mask, 1)), 0), count);
}

/** What layers leave for after the step, kept beyond the tape. */
function leftBy(model: BuiltModel, results: ReadonlyMap<string, LayerResult>) {
  const memory = new Map<string, readonly tf.Tensor[]>();
  const statistics: { variable: tf.Variable; value: tf.Tensor }[] = [];
  for (const [name, result] of results) {
    // Of its own: a state may be the model's output too, which goes with the step.
    if (result.memory)
      memory.set(
        name,
        result.memory.map((state) => tf.keep(tf.clone(state))),
      );
    for (const [place, value] of result.updates ?? []) {
      statistics.push({ variable: model.variables.get(name)![place]!, value: tf.keep(value) });
    }
  }
  return { memory, statistics };
}

export function createStepper(
  model: BuiltModel,
  objective: Objective,
  optimizer: Optimizer,
  backends: Backends,
): Stepper {
  const { limits } = optimizer;
  let iterations = 0;
  let memory: Memory = new Map();
  const healthCheck = createHealthCheck(model);
  /** Figures that say whether the step may be taken; those of its examination stand behind them. */
  const needed = objective.parts + model.trainable.length;
  const constraints = [...model.variables].flatMap(([name, variables]) =>
    model.network.byName
      .get(name)!
      .weights.flatMap(({ trainable, constraint }, place) =>
        trainable && variables[place] ? [constraint ?? null] : [],
      ),
  );
  let slots: tf.Tensor[][] = model.trainable.map((variable) =>
    optimizer.slots.map(() => tf.fill(variable.shape, optimizer.start ?? 0)),
  );

  /** The new weight and slots for a gradient: what decays goes first, what is constrained comes last. */
  function update(gradient: tf.Tensor, position: number, rate: number): Update {
    const variable = model.trainable[position]!;
    const decay = limits?.weight_decay;
    const weight = decay ? tf.mul(variable, 1 - decay * rate) : variable;
    const next = optimizer.update(weight, gradient, slots[position]!, iterations + 1, rate);
    const constraint = constraints[position];
    return constraint ? { ...next, weight: constrain(next.weight, constraint) } : next;
  }

  function compute(batch: Batch, seed: number, step: number, rate: number, check?: HealthCheck): Computed {
    let outputs: tf.Tensor[] = [];
    let examined: tf.Tensor[] = [];
    let left: ReturnType<typeof leftBy> | undefined;
    let computed: Computed | undefined;
    try {
      tf.tidy(() => {
        const measure = () => {
          const results = model.forward(batch.inputs, { seed, step, mask: batch.mask, memory });
          outputs = objective.outputs.map((name) => tf.keep(results.get(name)!.output));
          left = leftBy(model, results);
          if (check) examined = check.ofOutputs(results, batch).map((figure) => tf.keep(figure));
          const loss = meanOver(objective.loss(batch.targets, outputs), batch);
          const penalty = regularization(model, results, batch);
          return penalty ? tf.add<tf.Scalar>(loss, penalty) : loss;
        };
        // tfjs refuses a gradient by nothing, which is what a model without weights has.
        const { value, grads } =
          model.trainable.length > 0
            ? tf.variableGrads(measure, [...model.trainable])
            : { value: measure(), grads: {} as tf.NamedTensorMap };
        const others = objective
          .others(batch.targets, outputs)
          .map((values) =>
            values.rank === 1 ? meanOver(values as tf.Tensor1D, batch) : meansOver(values, batch),
          );
        const found = model.trainable.map((variable) => grads[variable.name] ?? tf.zerosLike(variable));
        const gradients = limits ? clipGradients(found, limits) : found;
        const updates = gradients.map((gradient, position) => update(gradient, position, rate));
        // A finite number times zero is zero; NaN and Infinity give NaN, which the sum passes on.
        const health = updates.map(({ weight }) => tf.sum(tf.mul(weight, 0)));
        const norms = check?.ofGradients(grads) ?? [];
        const numbers = [value, ...others, ...health, ...examined, ...norms];
        const figures = tf.keep(tf.concat(numbers.map((each) => tf.reshape(each, [-1]))));
        for (const { weight, slots } of updates) for (const tensor of [weight, ...slots]) tf.keep(tensor);
        computed = { figures, updates, ...left! };
      });
      return computed!;
    } catch (error) {
      if (left) forget(left);
      throw error;
    } finally {
      tf.dispose([...outputs, ...examined]);
    }
  }

  function forget({ memory, statistics }: Pick<Computed, 'memory' | 'statistics'>): void {
    tf.dispose([...memory.values()].flat());
    tf.dispose(statistics.map(({ value }) => value));
  }

  function discard(computed: Computed): void {
    forget(computed);
    tf.dispose(computed.updates.flatMap((update) => [...update.slots]));
  }

  function take(computed: Computed): void {
    iterations++;
    tf.dispose(slots);
    slots = computed.updates.map((update) => [...update.slots]);
    computed.updates.forEach(({ weight }, position) => {
      model.trainable[position]!.assign(weight);
    });
    for (const { variable, value } of computed.statistics) {
      variable.assign(value);
      value.dispose();
    }
    tf.dispose([...memory.values()].flat());
    memory = computed.memory;
  }

  return {
    get iterations() {
      return iterations;
    },
    async train(batch, seed, step, rate, examine) {
      const computed = compute(batch, seed, step, rate, examine ? healthCheck : undefined);
      const { figures, updates } = computed;
      try {
        const values = [...(await backends.read([figures]))[0]!];
        if (!values.slice(0, needed).every(Number.isFinite)) {
          discard(computed);
          return undefined;
        }
        take(computed);
        const health = examine ? healthCheck.read(values.slice(needed)) : undefined;
        return { means: values.slice(0, objective.parts), health };
      } catch (error) {
        discard(computed);
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
    resetStates() {
      tf.dispose([...memory.values()].flat());
      memory = new Map();
    },
    dispose() {
      tf.dispose(slots);
      this.resetStates();
    },
  };
}
