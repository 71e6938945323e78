import { describe, expect, test } from 'vitest';
import { createBackends } from '../../src/engine/backend.ts';
import { PRESETS } from '../../src/formats/presets/presets.ts';
import { learnPreset } from './learn-preset.ts';
import { wasmPaths } from './session-in-node.ts';

/** The smallest ones, which tfjs's plain JavaScript trains in no time. */
const ON_CPU = new Set(['lstm', 'lstm-stacked', 'lstm-stateful', 'many-outputs']);

describe.each(['wasm', 'cpu'] as const)('presets on %s', (backend) => {
  const backends = createBackends(wasmPaths);
  const presets = backend === 'wasm' ? PRESETS : PRESETS.filter(({ id }) => ON_CPU.has(id));

  test.each(presets)('$id learns a batch in ten steps, and leaves no tensor behind', async (preset) => {
    await backends.start();
    await backends.use(backend, 'asked');
    const { params, loss, tensors } = await learnPreset(preset, backends);
    expect(params).toBe(preset.params);
    expect(loss.after).toBeLessThan(loss.before);
    expect(tensors.last).toBe(tensors.first);
    expect(tensors.disposed).toBe(tensors.before);
  });
});
