import { createBackends } from '../../src/engine/backend.ts';
import { buildModel } from '../../src/engine/build.ts';
import { openDataset } from '../../src/engine/data/dataset.ts';
import type { BatchRecord } from '../../src/engine/engine.ts';
import { createObjective } from '../../src/engine/objective.ts';
import { createOptimizer } from '../../src/engine/optimizers/registry.ts';
import { createStepper } from '../../src/engine/step.ts';
import { createCourse } from '../../src/engine/train.ts';
import { findDataset } from '../../src/model/datasets/registry.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Request } from './loop.ts';
import { wasmPathsOf } from './wasm-paths.ts';

/** The engine's own training loop: no page, no trace, no message in between. Gives what trains the next batch. */
export async function prepareTrainee({ siteUrl, wasmUrl, document: json, backend }: Request) {
  const { document, network } = admit(json);
  const { compile, seed } = document;
  if (!compile) throw new Error('the document is not compiled');
  const backends = createBackends(wasmPathsOf(wasmUrl));
  await backends.start();
  if (backends.choice.name !== backend) await backends.use(backend, 'chosen');
  const model = buildModel(network, initialWeights(network, seed));
  const objective = createObjective(compile, network);
  const optimizer = createOptimizer(compile.optimizer);
  const trainee = { model, objective, stepper: createStepper(model, objective, optimizer, backends) };
  const dataset = openDataset(findDataset(document.dataset.name)!, siteUrl);
  const course = await createCourse(document, model, dataset, 0);
  return async (): Promise<BatchRecord> => {
    const record = await course.batch(trainee);
    if (!record) throw new Error('the loss is not finite');
    // The figures of an epoch are measured by nobody here; batches alone are compared.
    if (course.atEpochEnd) await course.endEpoch(trainee, backends, async () => undefined);
    return record;
  };
}
