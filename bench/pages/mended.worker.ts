import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerConv2dBackpropFilter } from '../../src/engine/wasm/conv2d-backprop-filter.ts';
import { serveLoop } from './loop.ts';
import { BATCH, CLASSES, FEATURES, STEPS, signals } from './signals.ts';
import { wasmPathsOf } from './wasm-paths.ts';

/** The preset's layers in tf.layers on wasm, with the one kernel that they lack there to be trained at all. */
serveLoop(async ({ wasmUrl }) => {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(wasmPathsOf(wasmUrl));
  await tf.setBackend('wasm');
  registerConv2dBackpropFilter();
  const { conv1d, dense, dropout, flatten, maxPooling1d } = tf.layers;
  const model = tf.sequential({
    layers: [
      conv1d({ filters: 64, kernelSize: 3, activation: 'relu', inputShape: [STEPS, FEATURES] }),
      conv1d({ filters: 64, kernelSize: 3, activation: 'relu' }),
      dropout({ rate: 0.5 }),
      maxPooling1d({ poolSize: 2 }),
      flatten(),
      dense({ units: 100, activation: 'relu' }),
      dense({ units: CLASSES, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { inputs, targets } = signals();
  const x = tf.tensor(inputs, [BATCH, STEPS, FEATURES]);
  const y = tf.tensor(targets, [BATCH, CLASSES]);
  return () => model.trainOnBatch(x, y);
});
