import * as tf from '@tensorflow/tfjs-core';
import { putOnBackend } from '../../src/engine/active.ts';
import { createBackends } from '../../src/engine/backend.ts';
import type { Batch } from '../../src/engine/batches.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { serveLoop } from './loop.ts';
import { BATCH, CLASSES, FEATURES, STEPS, signals } from './signals.ts';
import { wasmPathsOf } from './wasm-paths.ts';

/** The engine's own training step on the preset. */
serveLoop(async ({ wasmUrl, document: json }) => {
  const backends = createBackends(wasmPathsOf(wasmUrl));
  await backends.start();
  const { document, network } = admit(json);
  const { seed } = document;
  const weights = initialWeights(network, seed);
  const { trainee } = putOnBackend(document, network, { weights, optimizer: undefined }, backends);
  const { inputs, targets } = signals();
  const batch: Batch = {
    inputs: tf.tensor(inputs, [BATCH, STEPS, FEATURES]),
    targets: [tf.tensor(targets, [BATCH, CLASSES])],
    mask: tf.ones([BATCH]),
    count: BATCH,
  };
  return (step) => trainee!.stepper.train(batch, seed, step, 0.001);
});
