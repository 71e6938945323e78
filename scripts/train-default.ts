import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createServer } from 'vite';
import { sizeOf, zeros } from '../src/base/tensor.ts';
import { SHIPPED_MODEL, SHIPPED_WEIGHTS, type ShippedModel } from '../src/engine/data/shipped-weights.ts';
import { mnist } from '../src/model/datasets/mnist.ts';
import { digits } from '../src/model/examples/digits.ts';
import { admit } from '../src/model/gate.ts';

// Trains the document that the page opens with, by the engine that the page uses, on all training digits, and
// writes its weights to public/models. Deterministic: the same weights every time.

const EPOCHS = 12;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const publicFolder = pathToFileURL(`${join(root, 'public')}/`);

// tfjs's gradients are modules without file extensions, which Node does not resolve, so vite loads the engine.
// In Node they expect the `require` of a CommonJS module.
const require = createRequire(import.meta.url);
Object.assign(globalThis, { require });
const wasmPaths = `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`;
const vite = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  ssr: { noExternal: ['@tensorflow/tfjs-core'] },
});
type SessionModule = typeof import('../src/engine/session.ts');
const { createSession } = (await vite.ssrLoadModule('/src/engine/session.ts')) as SessionModule;

const session = await createSession({
  wasmPaths,
  baseUrl: publicFolder.href,
  fetch: async (url) => new Response(await readFile(fileURLToPath(url))),
  emit(event) {
    if (event.type === 'epoch') console.log(event.record);
  },
});

const { train, test } = mnist.available;
const { document, network } = admit({
  ...digits,
  dataset: { name: mnist.name, train, test },
  fit: { ...(digits.fit as object), validation_split: 0, epochs: EPOCHS },
});
await session.build({ document, probe: zeros(network.inputShape), weights: undefined, runId: 1, step: 0 });
await session.train({ epochs: EPOCHS });
const { metrics } = await session.evaluate('test');
const weights = await session.getWeights();

const description: ShippedModel = {
  title: document.title,
  digits: train,
  epochs: EPOCHS,
  test_digits: test,
  test_accuracy: metrics.accuracy!,
  layers: [...weights].map(([name, list]) => ({
    name,
    weights: list.map((weight) => ({ name: weight.name, shape: weight.shape })),
  })),
};
const tensors = [...weights.values()].flat();
const numbers = new Float32Array(tensors.reduce((sum, tensor) => sum + sizeOf(tensor.shape), 0));
let offset = 0;
for (const { data } of tensors) {
  numbers.set(data, offset);
  offset += data.length;
}
mkdirSync(new URL('models/', publicFolder), { recursive: true });
writeFileSync(new URL(SHIPPED_MODEL, publicFolder), `${JSON.stringify(description, null, 2)}\n`);
writeFileSync(new URL(SHIPPED_WEIGHTS, publicFolder), numbers);
await vite.close();
console.log(`${metrics.accuracy} of ${test} test digits, ${numbers.byteLength} bytes`);
