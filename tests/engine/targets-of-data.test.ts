import { describe, expect, test } from 'vitest';
import { openDataset } from '../../src/engine/data/dataset.ts';
import type { Sample } from '../../src/engine/engine.ts';
import { findDataset } from '../../src/model/datasets/registry.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { headsOf } from '../../src/model/heads.ts';
import { lossOf } from '../../src/model/losses.ts';
import type { Weights } from '../../src/model/trace.ts';
import { take, text } from '../formats/data/files.ts';
import { BASE_URL, openSession, publicFiles } from './session-in-node.ts';

const dense = (units: number, config: object = {}) => ({ class_name: 'Dense', config: { units, ...config } });

function documentOf(name: string, input_shape: readonly number[], layers: readonly object[], rest: object) {
  const { model, ...other } = rest as { readonly model?: object };
  return {
    kernelscope: 1,
    seed: 3,
    dataset: { name, train: 96, test: 24 },
    model: { input_shape, layers, ...model },
    fit: { epochs: 2, batch_size: 16 },
    ...other,
  };
}

function samplesOf(name: string, split: 'train' | 'test', count: number): Promise<readonly Sample[]> {
  return openDataset(findDataset(name)!, BASE_URL, publicFiles).samples(split, count);
}

/** The outputs of every test sample, one by one. */
function outputsOf(json: unknown, weights: Weights, samples: readonly Sample[]): number[][][] {
  const { network } = admit(json);
  return samples.map(({ input }) => {
    const { layers } = forward(network, weights, input);
    return network.outputs.map((name) => [...layers.get(name)!.output.data]);
  });
}

async function trained(json: unknown) {
  const { session, build } = await openSession();
  await build(json);
  const first = await session.evaluate('test');
  await session.train({ epochs: 2 });
  return { first, evaluation: await session.evaluate('test'), weights: await session.getWeights(), session };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('numbers', () => {
  const layers = [{ class_name: 'Flatten' }, dense(1)];
  const json = documentOf('weather', [10, 5], layers, { compile: { loss: 'mse', metrics: ['mae'] } });

  test('are trained on as they are, and measured beside the last value', async () => {
    const { first, evaluation, weights } = await trained(json);
    const samples = await samplesOf('weather', 'test', 24);
    const given = outputsOf(json, weights, samples).map(([output]) => output![0]!);
    const { numbers, metrics } = evaluation;
    expect([...numbers!.truths]).toEqual(samples.map(({ label }) => label));
    given.forEach((value, at) => {
      expect(numbers!.predictions[at]).toBeCloseTo(value, 4);
    });
    const errors = (guess: (sample: Sample, at: number) => number) =>
      samples.map((one, at) => guess(one, at) - one.label);
    const own = errors((_, at) => given[at]!);
    // The temperature is the first of five channels.
    const last = errors(({ input }) => input.data[9 * 5]!);
    expect(numbers!.errors.mean_squared_error).toBeCloseTo(mean(own.map((error) => error ** 2)), 4);
    expect(metrics.loss).toBeCloseTo(mean(own.map((error) => error ** 2)), 4);
    expect(metrics.mean_absolute_error).toBeCloseTo(mean(own.map(Math.abs)), 4);
    expect(numbers!.baseline).toMatchObject({ type: 'last-value' });
    expect(numbers!.baseline.mean_absolute_error).toBeCloseTo(mean(last.map(Math.abs)), 5);
    expect(numbers!.baseline.mean_squared_error).toBeCloseTo(mean(last.map((error) => error ** 2)), 5);
    expect(metrics.loss).toBeLessThan(first.metrics.loss!);
    expect(evaluation.outcomes).toEqual([]);
    expect(evaluation.confusion).toEqual([]);
  });

  test('of a table of one’s own that is forecast: beside the last value, whatever it is scaled by', async () => {
    const rows = Array.from({ length: 200 }, (_, row) => `${row % 17},${(row * 7) % 23}`);
    const file = text('own.csv', `x,y\n${rows.join('\n')}`);
    const { dataset, numbers } = await take([file], { target: 'y', length: 5, standardize: true });
    const { session, build } = await openSession();
    await session.hold(dataset.data, new Blob([numbers]));
    await build({ ...documentOf('custom', [5, 2], layers, { compile: { loss: 'mse' } }), dataset });
    const { baseline } = (await session.evaluate('test')).numbers!;
    // Row after row y goes up by 7, or down by 16, as often as it comes to 23; the target's scale is its unit.
    const { scale } = dataset.target as { readonly scale: number };
    const first = 200 - dataset.test;
    const steps = Array.from({ length: dataset.test }, (_, at) => (((first + at) * 7) % 23 >= 7 ? 7 : 16));
    expect(baseline.type).toBe('last-value');
    expect(baseline.mean_absolute_error * scale).toBeCloseTo(mean(steps), 3);
  });

  test('of data that are no series: beside the mean of the training targets', async () => {
    const plain = documentOf('spoken-digits-pitch', [40], [dense(1)], { compile: { loss: 'mae' } });
    const { evaluation } = await trained(plain);
    const guess = mean((await samplesOf('spoken-digits-pitch', 'train', 96)).map(({ label }) => label));
    const truths = (await samplesOf('spoken-digits-pitch', 'test', 24)).map(({ label }) => label);
    const { baseline } = evaluation.numbers!;
    expect(baseline.type).toBe('training-mean');
    expect(baseline.mean_absolute_error).toBeCloseTo(mean(truths.map((truth) => Math.abs(truth - guess))), 4);
  });
});

describe('yes or no from one unit', () => {
  test.each([false, true])('outcomes, confusion and loss, logits: %s', async (from_logits) => {
    const loss = { class_name: 'BinaryCrossentropy', config: { from_logits } };
    const last = dense(1, from_logits ? {} : { activation: 'sigmoid' });
    const json = documentOf('spectra', [50, 1], [{ class_name: 'Flatten' }, last], { compile: { loss } });
    const { evaluation, weights } = await trained(json);
    const samples = await samplesOf('spectra', 'test', 24);
    const given = outputsOf(json, weights, samples).map(([output]) => output!);
    const config = headsOf(admit(json).document.compile!, ['dense'])[0]!.loss;
    expect(evaluation.metrics.loss).toBeCloseTo(
      mean(given.map((output, at) => lossOf(config, output, [samples[at]!.label]))),
      4,
    );
    const counts = [
      [0, 0],
      [0, 0],
    ];
    given.forEach(([value], at) => {
      const likely = from_logits ? 1 / (1 + Math.exp(-value!)) : value!;
      const { truth, prediction, confidence } = evaluation.outcomes[at]!;
      expect([truth, prediction]).toEqual([samples[at]!.label, likely > 0.5 ? 1 : 0]);
      expect(confidence).toBeCloseTo(Math.max(likely, 1 - likely), 4);
      counts[truth]![prediction]!++;
    });
    expect(evaluation.confusion).toEqual(counts);
  });
});

describe('heads', () => {
  const names = Array.from({ length: 16 }, (_, at) => `head_${at}`);
  const layers = names.map((name) => ({ ...dense(7, { name, activation: 'softmax' }), inputs: ['input'] }));

  test.each(['categorical_crossentropy', 'sparse_categorical_crossentropy'])(
    'each on its own class: %s',
    async (loss) => {
      const compile = { loss, metrics: names.map(() => ['accuracy']) };
      const json = documentOf('many-outputs', [32], layers, { model: { outputs: names }, compile });
      const { first, evaluation, weights } = await trained(json);
      const samples = await samplesOf('many-outputs', 'test', 24);
      const given = outputsOf(json, weights, samples);
      let all = 0;
      names.forEach((name, head) => {
        const own = given.map((outputs, at) => -Math.log(outputs[head]![samples[at]!.targets[head]!]!));
        all += mean(own);
        expect(evaluation.metrics[`${name}_loss`]).toBeCloseTo(mean(own), 3);
        const right = given.filter((outputs, at) => {
          const units = outputs[head]!;
          return units.indexOf(Math.max(...units)) === samples[at]!.targets[head];
        });
        expect(evaluation.metrics[`${name}_accuracy`]).toBeCloseTo(right.length / 24, 5);
      });
      expect(evaluation.metrics.loss).toBeCloseTo(all, 2);
      expect(evaluation.metrics.loss).toBeLessThan(first.metrics.loss!);
      expect(evaluation.outcomes).toEqual([]);
    },
  );

  test('as the rows of one output cost the mean of what they cost alone', async () => {
    const one = [
      dense(112),
      { class_name: 'Reshape', config: { target_shape: [16, 7] } },
      { class_name: 'Softmax' },
    ];
    const json = documentOf('many-outputs', [32], one, { compile: { loss: 'categorical_crossentropy' } });
    const { evaluation, weights } = await trained(json);
    const samples = await samplesOf('many-outputs', 'test', 24);
    const given = outputsOf(json, weights, samples).map(([output]) => output!);
    const costs = given.flatMap((units, at) =>
      samples[at]!.targets.map((label, head) => -Math.log(units[head * 7 + label]!)),
    );
    expect(evaluation.metrics.loss).toBeCloseTo(mean(costs), 3);
  });
});

test('the gradients of the loss of a probe take all of its targets', async () => {
  const json = documentOf('weather', [10, 5], [{ class_name: 'Flatten' }, dense(1)], {
    compile: { loss: 'mse' },
  });
  const { session, build } = await openSession();
  const [sample] = await samplesOf('weather', 'test', 1);
  await build(json, undefined, sample!.input);
  const weights = await session.getWeights();
  const output = outputsOf(json, weights, [sample!])[0]![0]![0];
  const found = await session.gradients({ type: 'loss', targets: sample!.targets });
  // The derivative of (y - t)² by the bias is 2 (y - t).
  expect(found.get('dense')!.weights[1]!.data[0]).toBeCloseTo(2 * (output! - sample!.label), 4);
});
