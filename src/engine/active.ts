import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { sizeOf, type Tensor } from '../base/tensor.ts';
import type { ModelDocument } from '../model/document.ts';
import { allows } from '../model/free-sizes.ts';
import { initialWeights } from '../model/initialise.ts';
import { type Network, resolve } from '../model/network.ts';
import type { Weights } from '../model/trace.ts';
import type { Backends } from './backend.ts';
import { type BuiltModel, buildModel } from './build.ts';
import type { FitState } from './engine.ts';
import { createFit, type Fit } from './fit.ts';
import { createObjective } from './objective.ts';
import { createOptimizer } from './optimizers/registry.ts';
import { plain } from './plain.ts';
import { createStepper, type OptimizerState } from './step.ts';
import type { Course, Trainee } from './train.ts';

/** Weights and optimizer as plain data: enough to go on from on any backend. */
export interface Checkpoint {
  readonly weights: Weights;
  readonly optimizer: OptimizerState | undefined;
}

/** The document in the engine, with what was built from it. Replaced whole by a build. */
export interface Active {
  readonly runId: number;
  readonly document: ModelDocument;
  readonly network: Network;
  probe: Tensor;
  model: BuiltModel;
  /** Absent where the document is not compiled. */
  trainee: Trainee | undefined;
  /** Where training stands; made when it first starts. */
  course: Course | undefined;
  /** The callbacks and the learning rate, over pauses too. */
  readonly fit: Fit;
  /** Batches already trained when this was built. */
  readonly start: number;
  /** The last state known on the CPU. */
  checkpoint: Checkpoint;
}

/** @throws KernelscopeError `shape` where the probe is not one input of the model. */
export function checkProbe({ model }: ModelDocument, probe: Tensor): void {
  const { input_shape: declared } = model;
  if (allows(declared, probe.shape) && probe.data.length === sizeOf(probe.shape)) return;
  throw new KernelscopeError({
    code: 'shape',
    path: 'input',
    expected: printable(declared),
    received: `[${probe.shape.join(', ')}]`,
  });
}

function checkWeights(network: Network, weights: Weights): void {
  for (const layer of network.layers) {
    const given = weights.get(layer.name) ?? [];
    const fits =
      given.length === layer.weights.length &&
      layer.weights.every((spec, position) => given[position]!.data.length === sizeOf(spec.shape));
    if (!fits) throw new KernelscopeError({ code: 'shape', path: layer.name, reason: 'weights' });
  }
}

/** Puts the network and its optimizer on the backend, from a checkpoint. */
export function putOnBackend(
  document: ModelDocument,
  network: Network,
  checkpoint: Checkpoint,
  backends: Backends,
): { model: BuiltModel; trainee: Trainee | undefined } {
  const model = buildModel(network, checkpoint.weights, (shape) => resolve(document, shape));
  if (!document.compile) return { model, trainee: undefined };
  const objective = createObjective(document.compile, network);
  const optimizer = createOptimizer(document.compile.optimizer);
  const stepper = createStepper(model, objective, optimizer, backends);
  if (checkpoint.optimizer) stepper.restore(checkpoint.optimizer);
  return { model, trainee: { model, objective, stepper } };
}

/** Builds a document; fresh weights follow from its seed. */
export function activate(
  request: {
    readonly document: ModelDocument;
    readonly probe: Tensor;
    readonly weights: Weights | undefined;
    readonly runId: number;
    readonly step: number;
    readonly fit?: FitState | undefined;
  },
  backends: Backends,
): Active {
  const { probe, runId, step } = request;
  const document = plain(request.document);
  checkProbe(document, probe);
  const network = resolve(document, probe.shape);
  const weights = initialWeights(network, document.seed, request.weights);
  checkWeights(network, weights);
  const checkpoint = { weights, optimizer: undefined };
  const built = putOnBackend(document, network, checkpoint, backends);
  const fit = createFit(document, request.fit);
  return { runId, document, network, probe, ...built, course: undefined, fit, start: step, checkpoint };
}

/** Reads weights and optimizer state back, in one readback. */
export async function takeCheckpoint({ model, trainee }: Active, backends: Backends): Promise<Checkpoint> {
  const variables = [...model.variables.values()].flat();
  const values = await backends.read([...variables, ...(trainee?.stepper.slots() ?? [])]);
  return {
    weights: model.toWeights(values.slice(0, variables.length)),
    optimizer: trainee && { iterations: trainee.stepper.iterations, slots: values.slice(variables.length) },
  };
}

/** Frees what it holds on the backend. */
export function deactivate({ model, trainee }: Active): void {
  trainee?.stepper.dispose();
  model.dispose();
}
