import { mkdirSync, writeFileSync } from 'node:fs';
import { sizeOf } from '../src/base/tensor.ts';
import { SHIPPED_MODEL, SHIPPED_WEIGHTS, type ShippedModel } from '../src/engine/data/shipped-weights.ts';
import { mnist } from '../src/model/datasets/mnist.ts';
import { digits } from '../src/model/examples/digits.ts';
import { openEngine, publicFolder } from './node-engine.ts';

// Trains the document that the page opens with, by the engine that the page uses, on all training digits, and
// writes its weights to public/models. Deterministic: the same weights every time.

const EPOCHS = 12;
const engine = await openEngine((event) => {
  if (event.type === 'epoch') console.log(event.record);
});

const { train, test } = mnist.available;
const document = await engine.build({
  ...digits,
  dataset: { name: mnist.name, train, test },
  fit: { ...(digits.fit as object), validation_split: 0, epochs: EPOCHS },
});
await engine.session.train({ epochs: EPOCHS });
const { metrics } = await engine.session.evaluate('test');
const weights = await engine.session.getWeights();

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
await engine.close();
console.log(`${metrics.accuracy} of ${test} test digits, ${numbers.byteLength} bytes`);
