import { emoji } from '../src/model/examples/emoji.ts';
import type { Example } from '../src/model/examples/example.ts';
import { fashion } from '../src/model/examples/fashion.ts';
import { openEngine } from './node-engine.ts';

// Trains the examples that come untrained, from their seeds, by the page's engine, and checks how many pictures that
// they never saw they tell right. Emoji's are drawn in a style that no training picture has; their net was chosen by
// leaving out each training style in turn, never by the test style.

const wanted: readonly (readonly [Example, number])[] = [
  [fashion, 0.8],
  [emoji, 0.6],
];

const engine = await openEngine((event) => {
  if (event.type !== 'epoch') return;
  const { epoch, accuracy, val_accuracy } = event.record;
  console.log(
    `  epoch ${epoch}: ${accuracy?.toFixed(3)} of training, ${val_accuracy?.toFixed(3)} of validation`,
  );
});
let failed = false;
for (const [{ document: json }, least] of wanted) {
  console.log(json.title);
  const { fit, dataset } = await engine.build(json);
  const began = performance.now();
  await engine.session.train({ epochs: fit.epochs });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const { metrics } = await engine.session.evaluate('test');
  const right = metrics.accuracy!;
  failed ||= !(right > least);
  console.log(
    `${right > least ? 'ok' : 'FAILED'}: ${(100 * right).toFixed(1)} % of ${dataset.test} unseen pictures, more than ${100 * least} % wanted; ${seconds} s`,
  );
}
await engine.close();
process.exit(failed ? 1 : 0);
