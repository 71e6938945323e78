import type { EpochRecord } from '../src/engine/engine.ts';
import { emoji } from '../src/model/examples/emoji.ts';
import { fashion } from '../src/model/examples/fashion.ts';
import { openEngine } from './node-engine.ts';

// Trains, from their seeds, by the page's engine, the examples that come untrained and the presets that have data of
// their own, and checks what they make of samples that they never saw: how many they tell right, or that what they
// forecast is nearer than what can be said without a model. Emoji's are drawn in a style that no training picture has;
// their net was chosen by leaving out each training style in turn, never by the test style. No net or number of epochs
// was chosen by what is measured here. The weather's task was: one and six hours on, repeating the last value was hardly
// worse than these nets, so they forecast twelve. Names after the command measure those only.

type Wanted =
  /** More than so many of those unseen told right. */
  | { readonly accuracy: number }
  /** A squared error below this part of that of the last value, or of the mean of the training targets. */
  | { readonly error: number };

const examples = { fashion, emoji };

const wanted: Readonly<Record<string, Wanted>> = {
  fashion: { accuracy: 0.8 },
  emoji: { accuracy: 0.6 },
  'activity-recognition': { accuracy: 0.85 },
  sentences: { accuracy: 0.7 },
  'spoken-digits': { accuracy: 0.9 },
  mfcc: { accuracy: 0.6 },
  'mfcc-regression': { error: 1 },
  'weather-lstm': { error: 0.9 },
  'causal-stack': { error: 0.9 },
  'causal-stack-permuted': { error: 0.9 },
  'causal-stack-plain': { error: 0.9 },
  spectrum: { accuracy: 0.8 },
};

const measured = ({ accuracy, loss, val_accuracy, val_loss }: EpochRecord) =>
  [
    `loss ${loss.toFixed(4)}`,
    ...(accuracy === undefined ? [] : [`accuracy ${accuracy.toFixed(3)}`]),
    ...(val_loss === undefined ? [] : [`validation loss ${val_loss.toFixed(4)}`]),
    ...(val_accuracy === undefined ? [] : [`accuracy ${val_accuracy.toFixed(3)}`]),
  ].join(', ');

const engine = await openEngine((event) => {
  if (event.type === 'epoch') console.log(`  epoch ${event.record.epoch}: ${measured(event.record)}`);
});

/** What is said of a result, and whether it is what is wanted. */
async function judge(goal: Wanted): Promise<{ right: boolean; says: string }> {
  const { metrics, numbers } = await engine.session.evaluate('test');
  if ('accuracy' in goal) {
    const accuracy = metrics.accuracy!;
    return {
      right: accuracy > goal.accuracy,
      says: `${(100 * accuracy).toFixed(1)} % of those unseen, more than ${100 * goal.accuracy} % wanted`,
    };
  }
  const { errors, baseline } = numbers!;
  const part = errors.mean_squared_error / baseline.mean_squared_error;
  return {
    right: part < goal.error,
    says: `squared error ${errors.mean_squared_error.toFixed(4)} on those unseen, ${part.toFixed(2)} of that of the ${baseline.type}, less than ${goal.error} wanted`,
  };
}

const asked = process.argv.slice(2);
let failed = false;
for (const [name, goal] of Object.entries(wanted)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const example = Object.entries(examples).find(([key]) => key === name)?.[1];
  const document = await engine.build(example ? example.document : await engine.readPreset(name));
  const { dataset, fit, seed } = document;
  console.log(`${name}: ${document.title}, seed ${seed}, ${dataset.train} to train, ${dataset.test} to test`);
  const began = performance.now();
  await engine.session.train({ epochs: fit.epochs });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const { right, says } = await judge(goal);
  failed ||= !right;
  console.log(`${right ? 'ok' : 'FAILED'}: ${name}: ${says}; ${seconds} s`);
}
await engine.close();
process.exit(failed ? 1 : 0);
