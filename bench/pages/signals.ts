import { createRandom } from '../../src/base/random.ts';

export const BATCH = 32;
export const STEPS = 128;
export const FEATURES = 9;
export const CLASSES = 6;

/** A batch for the preset of activity recognition: `[batch, step, feature]`, and a class each, one-hot. */
export function signals(): { inputs: Float32Array; targets: Float32Array } {
  const random = createRandom(1, 'signals');
  const inputs = Float32Array.from({ length: BATCH * STEPS * FEATURES }, () => random.normal());
  const targets = new Float32Array(BATCH * CLASSES);
  for (let row = 0; row < BATCH; row++) targets[row * CLASSES + (row % CLASSES)] = 1;
  return { inputs, targets };
}
