import * as tf from '@tensorflow/tfjs-core';
import type { Active } from './active.ts';
import type { Backends } from './backend.ts';
import type { BackendName } from './engine.ts';

/** Milliseconds of one forward and backward pass of a batch, the best of three after one to warm up. */
async function timeModel({ model, network, document }: Active, backends: Backends): Promise<number> {
  const shape = [document.fit.batch_size, ...network.inputShape];
  const input = tf.fill(shape, 0.5);
  const pass = async () => {
    const began = performance.now();
    const loss = () => tf.mean(tf.square(model.forward(input).get(network.output)!.output)) as tf.Scalar;
    const results = tf.tidy(() => {
      if (model.trainable.length === 0) return [loss()];
      const { value, grads } = tf.variableGrads(loss, [...model.trainable]);
      return [value, ...Object.values(grads)];
    });
    await backends.read(results).finally(() => tf.dispose(results));
    return performance.now() - began;
  };
  try {
    await pass();
    return Math.min(await pass(), await pass(), await pass());
  } finally {
    input.dispose();
  }
}

/** Times the model on wasm, then on the GPU, and stays on the faster. */
export async function measureBackends(
  backends: Backends,
  active: Active,
  moveTo: (name: BackendName, reason: string) => Promise<void>,
): Promise<void> {
  const wasm = await timeModel(active, backends);
  backends.note({ name: 'wasm', available: true, ms: wasm });
  const moved = await moveTo('webgl', 'gpu').then(
    () => true,
    () => false,
  );
  if (!moved) {
    backends.explain('webgl-failed');
    return;
  }
  const webgl = await timeModel(active, backends);
  const slower = webgl >= wasm;
  backends.note({
    name: 'webgl',
    available: true,
    software: false,
    ms: webgl,
    ...(slower ? { note: 'slower' } : {}),
  });
  backends.note({ name: 'wasm', available: true, ms: wasm, ...(slower ? {} : { note: 'slower' }) });
  if (slower) await moveTo('wasm', 'measured-fastest');
  else backends.explain('measured-fastest');
}
