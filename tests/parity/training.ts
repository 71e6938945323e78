import { beforeAll, describe, test } from 'vitest';
import { createBackends } from '../../src/engine/backend.ts';
import { wasmPaths } from '../engine/session-in-node.ts';
import { readCases } from './files.ts';
import { isReady } from './model.ts';
import { expectSteps, type TrainingCase } from './training-case.ts';

const GROUPS = ['optimizers', 'losses', 'regularizers', 'constraints', 'models'];

/** Training steps of the fixtures, on one of tfjs's backends. */
export function describeTraining(backend: 'cpu' | 'wasm'): void {
  const backends = createBackends(wasmPaths);
  beforeAll(async () => {
    await backends.start();
    await backends.use(backend, 'asked');
  });

  describe.each(GROUPS)('training: %s', (group) => {
    for (const trainingCase of readCases<TrainingCase>(`training/${group}`)) {
      test.skipIf(!isReady(trainingCase))(`${trainingCase.name} (${backend})`, () =>
        expectSteps(trainingCase, backends),
      );
    }
  });
}
