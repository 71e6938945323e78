import { beforeAll, describe, test } from 'vitest';
import { useBackend } from '../engine/on-backend.ts';
import { layerFiles, readCases } from './files.ts';
import type { LayerCase } from './fixture.ts';
import { expectLayerCase } from './layer-case.ts';
import { isReady } from './model.ts';

/** Every layer of the fixtures, on one of tfjs's backends. */
export function describeLayers(backend: 'cpu' | 'wasm'): void {
  beforeAll(() => useBackend(backend));

  describe.each(layerFiles())('%s', (file) => {
    for (const layerCase of readCases<LayerCase>(`layers/${file}`)) {
      test.skipIf(!isReady(layerCase))(`${layerCase.name} (${backend})`, () => expectLayerCase(layerCase));
    }
  });
}
