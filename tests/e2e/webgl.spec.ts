import { startingConfigs } from '../../src/model/edit/starting-config.ts';
import { admit } from '../../src/model/gate.ts';
import { LAYER_KINDS, type LayerKind } from '../../src/model/layers/kinds.ts';
import { layerDefinitions } from '../../src/model/layers/registry.ts';
import { expect, open, test } from './site.ts';

/** The model's input, and what it is read as. */
const CELLS = 144;
const SHAPES = [
  [6, 6, 4],
  [12, 12],
  [4, 4, 3, 3],
];

const layerOf = (kind: LayerKind, reads: string) => ({
  class_name: kind,
  config: { ...startingConfigs[kind], name: kind.toLowerCase() },
  inputs: layerDefinitions[kind].arity === 'many' ? [reads, reads] : [reads],
});

const modelOf = (layers: readonly object[]) => ({
  kernelscope: 1,
  title: 'Every layer',
  model: { input_shape: [CELLS], layers },
});

/** One layer of every kind, each on the first of the shapes that it takes. */
function everyKind() {
  const reshapes = SHAPES.map((target_shape, at) => ({
    class_name: 'Reshape',
    config: { target_shape, name: `as_${at}` },
    inputs: ['input'],
  }));
  const layers = LAYER_KINDS.map((kind) => {
    for (const reads of [...reshapes.map(({ config }) => config.name), 'input']) {
      try {
        admit(modelOf([...reshapes, layerOf(kind, reads)]));
        return layerOf(kind, reads);
      } catch {}
    }
    throw new Error(`${kind} takes none of the shapes`);
  });
  return modelOf([...reshapes, ...layers]);
}

test('every layer gives on WebGL what it gives on wasm', async ({ page }) => {
  await open(page);
  const apart = await page.evaluate(
    async ([document, cells]) => {
      const scope = window.kernelscope;
      await scope.setBackend('wasm');
      const data = Array.from({ length: cells }, (_, cell) => ((cell * 7919) % 31) / 10);
      await scope.setDocument(document, { input: { tensor: { shape: [cells], data } } });
      const wasm = await scope.activations();
      await scope.setBackend('webgl');
      await scope.setInput({ tensor: { shape: [cells], data } });
      const webgl = await scope.activations();
      return Object.entries(wasm).map(([name, { data: wanted }]) => {
        const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        const { data: given } = webgl[name]!;
        return [
          name,
          wanted.reduce((most, value, at) => Math.max(most, Math.abs(value - given[at]!)), 0) / largest,
        ];
      });
    },
    [everyKind(), CELLS] as const,
  );
  expect(apart).toHaveLength(SHAPES.length + LAYER_KINDS.length);
  expect(apart.filter(([, most]) => !(Number(most) <= 1e-4))).toEqual([]);

  // Of several largest cells the gradient is the first one's, as on the other backends.
  const byInput = await page.evaluate(async () => {
    const layers = [{ class_name: 'MaxPooling2D', config: { name: 'pool', pool_size: 3, strides: 1 } }];
    const scope = window.kernelscope;
    await scope.setDocument(
      { kernelscope: 1, model: { input_shape: [4, 4, 1], layers } },
      { input: { tensor: { shape: [4, 4, 1], data: new Array(16).fill(0) } } },
    );
    const { pool } = await scope.gradients({ target: { layer: 'pool', index: [1, 1, 0] } });
    return { on: (await scope.backend()).name, gradient: [...pool!.input.data] };
  });
  const first = Array.from({ length: 16 }, (_, cell) => (cell === 5 ? 1 : 0));
  expect(byInput).toEqual({ on: 'webgl', gradient: first });
});
