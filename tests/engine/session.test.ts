import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { zeros } from '../../src/base/tensor.ts';
import type {
  BackendName,
  BatchRecord,
  EngineEvent,
  EpochRecord,
  FitState,
} from '../../src/engine/engine.ts';
import { fitAfter } from '../../src/engine/fit-state.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Weights } from '../../src/model/trace.ts';
import { openSession } from './session-in-node.ts';

type Opened = Awaited<ReturnType<typeof openSession>>;

/** A small net on the digits, with dropout, a short last batch (180 = 5 · 32 + 20) and validation rows. */
const small = {
  kernelscope: 1,
  title: 'small',
  seed: 5,
  dataset: { name: 'mnist', train: 200, test: 50 },
  model: {
    input_shape: [28, 28, 1],
    layers: [
      { class_name: 'Conv2D', config: { filters: 2, kernel_size: 5, strides: 3, activation: 'relu' } },
      { class_name: 'Dropout', config: { rate: 0.3 } },
      { class_name: 'Flatten' },
      { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
    ],
  },
  compile: { optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] },
  fit: { epochs: 2, batch_size: 32, validation_split: 0.1 },
};

function recordsOf(events: readonly EngineEvent[], runId: number) {
  const batches: BatchRecord[] = [];
  const epochs: EpochRecord[] = [];
  for (const event of events) {
    if (event.type === 'batches' && event.runId === runId) batches.push(...event.records);
    if (event.type === 'epoch' && event.runId === runId) epochs.push(event.record);
  }
  return { batches, epochs };
}

function numbersOf(weights: Weights): number[] {
  return [...weights.values()].flat().flatMap((weight) => [...weight.data]);
}

async function openOn(backend: BackendName): Promise<Opened> {
  const opened = await openSession();
  if ((await opened.session.backend()).name !== backend) await opened.session.setBackend(backend);
  return opened;
}

describe.each<BackendName>(['wasm', 'cpu'])('training on %s', (backend) => {
  let opened: Opened;
  let straight: { batches: BatchRecord[]; epochs: EpochRecord[]; weights: number[] };
  beforeAll(async () => {
    opened = await openOn(backend);
    const { runId } = await opened.build(small);
    expect(await opened.session.train({ epochs: 2 })).toBe('finished');
    straight = { ...recordsOf(opened.events, runId), weights: numbersOf(await opened.session.getWeights()) };
  });

  test('tells every batch and epoch, the short last batch too, and learns', () => {
    expect(straight.batches.map((record) => record.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(straight.epochs.map((record) => record.epoch)).toEqual([1, 2]);
    expect(Object.keys(straight.epochs[0]!)).toEqual([
      'epoch',
      'loss',
      'accuracy',
      'val_loss',
      'val_accuracy',
    ]);
    expect(straight.epochs[1]!.loss).toBeLessThan(straight.epochs[0]!.loss);
    // The epoch's loss is the mean over samples: five batches of 32 and one of 20.
    const first = straight.batches.slice(0, 6);
    const sum = first.reduce((total, record, i) => total + record.loss * (i === 5 ? 20 : 32), 0);
    expect(straight.epochs[0]!.loss).toBeCloseTo(sum / 180, 6);
  });

  test('is the same bit for bit a second time', async () => {
    const { runId } = await opened.build(small);
    await opened.session.train({ epochs: 2 });
    const again = recordsOf(opened.events, runId);
    expect(again).toEqual({ batches: straight.batches, epochs: straight.epochs });
    expect(numbersOf(await opened.session.getWeights())).toEqual(straight.weights);
  });

  test('is the same bit for bit paused, stepped, traced and resumed', async () => {
    const { session } = opened;
    const { runId, trace } = await opened.build(small);
    let seen = 0;
    opened.onEvent((event) => {
      if (event.type === 'batches' && event.runId === runId && ++seen === 4) void session.pause();
    });
    expect(await session.train({ epochs: 2 })).toBe('paused');
    await session.probe(trace.input);
    expect(await session.train({ until: 'batch' })).toBe('finished');
    expect(await session.train({ until: 'epoch' })).toBe('finished');
    await session.evaluate('test');
    expect(recordsOf(opened.events, runId).epochs.length).toBe(1);
    expect(await session.train({ epochs: 1 })).toBe('finished');
    const resumed = recordsOf(opened.events, runId);
    expect(resumed).toEqual({ batches: straight.batches, epochs: straight.epochs });
    expect(numbersOf(await session.getWeights())).toEqual(straight.weights);
  });

  test('starts anew after reset, with another seed differently', async () => {
    const { session } = opened;
    await opened.build(small);
    await session.train({ until: 'batch' });
    const same = await session.reset(5, 901);
    await session.train({ epochs: 1 });
    expect(recordsOf(opened.events, 901).batches).toEqual(straight.batches.slice(0, 6));
    const other = await session.reset(6, 902);
    expect(numbersOf(other.weights)).not.toEqual(numbersOf(same.weights));
  });

  test('leaves no tensor behind', async () => {
    const { session } = opened;
    await opened.build(small);
    await session.train({ until: 'batch' });
    await session.evaluate('test');
    const before = tf.memory().numTensors;
    for (let round = 0; round < 3; round++) {
      const { trace } = await opened.build(small);
      await session.probe(trace.input);
      await session.train({ until: 'batch' });
      await session.train({ until: 'epoch' });
      await session.evaluate('test');
      await session.acknowledge();
      await expect(opened.build(small, new Map([['conv2d', []]]))).rejects.toMatchObject({ code: 'shape' });
      await expect(session.probe({ shape: [2], data: new Float32Array(2) })).rejects.toMatchObject({
        code: 'shape',
      });
      await session.setWeights('dense', (await session.getWeights()).get('dense')!);
      await session.reset(round, 1000 + round);
      await session.train({ until: 'batch' });
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  test('a loss that is not finite ends the run before it does harm', async () => {
    const { session } = opened;
    const { runId } = await opened.build({
      ...small,
      compile: {
        ...small.compile,
        optimizer: { class_name: 'SGD', config: { learning_rate: 1e30 } },
        loss: 'mean_squared_error',
      },
      model: {
        input_shape: [28, 28, 1],
        layers: [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units: 10 } }],
      },
    });
    expect(await session.train({ epochs: 3 })).toBe('not-finite');
    expect(numbersOf(await session.getWeights()).every(Number.isFinite)).toBe(true);
    const { batches } = recordsOf(opened.events, runId);
    expect(batches.every((record) => Number.isFinite(record.loss))).toBe(true);
    expect(opened.events.at(-1)).toEqual({
      type: 'stopped',
      runId,
      reason: 'not-finite',
      fit: expect.anything(),
    });
  });

  test('a padded short batch trains as an unpadded one', async () => {
    // 20 samples in one batch, of size 20 and of size 32 filled up.
    const without = small.model.layers.filter((layer) => layer.class_name !== 'Dropout');
    const results: (ReturnType<typeof recordsOf> & { weights: number[] })[] = [];
    for (const batch_size of [20, 32]) {
      const { runId } = await opened.build({
        ...small,
        dataset: { name: 'mnist', train: 20, test: 50 },
        model: { ...small.model, layers: without },
        fit: { batch_size, shuffle: false },
      });
      await opened.session.train({ epochs: 3 });
      results.push({
        ...recordsOf(opened.events, runId),
        weights: numbersOf(await opened.session.getWeights()),
      });
    }
    results[0]!.epochs.forEach((record, i) => {
      expect(record.loss).toBeCloseTo(results[1]!.epochs[i]!.loss, 5);
      expect(record.accuracy).toBe(results[1]!.epochs[i]!.accuracy);
    });
    results[0]!.weights.forEach((value, i) => {
      expect(Math.abs(value - results[1]!.weights[i]!)).toBeLessThan(1e-5);
    });
  });
});

describe('calls', () => {
  test('a build during a run replaces it', async () => {
    const opened = await openSession();
    await opened.build(small);
    const run = opened.session.train({ epochs: 50 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { runId } = await opened.build(small);
    expect(await run).toBe('replaced');
    expect(await opened.session.train({ until: 'batch' })).toBe('finished');
    expect(recordsOf(opened.events, runId).batches.length).toBe(1);
  });

  test('a build that fails during a run leaves it going', async () => {
    const opened = await openSession();
    await opened.build(small);
    const run = opened.session.train({ epochs: 1 });
    await expect(opened.build(small, new Map([['conv2d', []]]))).rejects.toMatchObject({ code: 'shape' });
    expect(await run).toBe('finished');
  });

  test('reject with their code', async () => {
    const opened = await openSession();
    const { session } = opened;
    await expect(session.getWeights()).rejects.toMatchObject({ code: 'engine', reason: 'not-built' });
    await opened.build({ ...small, compile: undefined });
    await expect(session.train({ epochs: 1 })).rejects.toMatchObject({ code: 'not-compiled' });
    await expect(session.evaluate('test')).rejects.toMatchObject({ code: 'not-compiled' });
    const grid = {
      ...small,
      model: {
        input_shape: [5, 5, 1],
        layers: [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units: 10 } }],
      },
    };
    await opened.build(grid);
    await expect(session.train({ epochs: 1 })).rejects.toMatchObject({ code: 'dataset-shape' });
    await expect(session.evaluate('test')).rejects.toMatchObject({ code: 'dataset-shape' });
    await expect(session.setWeights('nowhere', [])).rejects.toMatchObject({ code: 'not-found' });
    const before = await session.backend();
    await expect(session.setBackend('webgl')).rejects.toMatchObject({ code: 'backend', received: 'webgl' });
    expect((await session.backend()).name).toBe(before.name);
    expect((await session.getWeights()).size).toBe(1);
  });

  test('a missing data file rejects and can be tried again', async () => {
    const opened = await openSession(async () => new Response(null, { status: 404 }));
    await opened.build(small);
    await expect(opened.session.train({ epochs: 1 })).rejects.toMatchObject({
      code: 'network',
      path: 'data/mnist/train-0.bin',
    });
    await expect(opened.session.train({ epochs: 1 })).rejects.toMatchObject({ code: 'network' });
  });

  test('another backend goes on with the same weights and optimizer', async () => {
    const opened = await openOn('wasm');
    const { session } = opened;
    const { runId } = await opened.build(small);
    await session.train({ until: 'epoch' });
    await session.setBackend('cpu');
    expect((await session.backend()).name).toBe('cpu');
    await session.train({ until: 'epoch' });
    const moved = recordsOf(opened.events, runId).epochs;
    const { runId: second } = await opened.build(small);
    await session.train({ epochs: 2 });
    const stayed = recordsOf(opened.events, second).epochs;
    moved.forEach((record, i) => {
      expect(record.loss).toBeCloseTo(stayed[i]!.loss, 4);
    });
  });

  test('early stopping ends the run and puts the best weights back', async () => {
    const opened = await openSession();
    const { runId } = await opened.build({
      ...small,
      compile: { ...small.compile, optimizer: { class_name: 'SGD', config: { learning_rate: 0 } } },
      fit: {
        ...small.fit,
        callbacks: [{ class_name: 'EarlyStopping', config: { patience: 2, restore_best_weights: true } }],
      },
    });
    expect(await opened.session.train({ epochs: 9 })).toBe('finished');
    // Nothing improves on the first epoch, so two more are waited for.
    expect(recordsOf(opened.events, runId).epochs.length).toBe(3);
    const { document, network } = admit(small);
    expect(numbersOf(await opened.session.getWeights())).toEqual(
      numbersOf(initialWeights(network, document.seed)),
    );
  });

  test('another worker goes on with the best weights that the one before told', async () => {
    // No epoch beats the first, which is what the fit ends with.
    const callback = {
      class_name: 'EarlyStopping',
      config: { monitor: 'loss', min_delta: 99, patience: 9, restore_best_weights: true },
    };
    const json = { ...small, fit: { ...small.fit, callbacks: [callback] } };
    const first = await openSession();
    await first.build(json);
    await first.session.train({ until: 'epoch' });
    const best = numbersOf(await first.session.getWeights());
    await first.session.train({ until: 'epoch' });
    const told = first.events.flatMap((event) => (event.type === 'epoch' ? [event.fit!] : []));
    expect(told.map((fit) => fit.best.size)).toEqual([1, 0]);

    const { document, network } = admit(json);
    const second = await openSession();
    await second.session.build({
      document,
      probe: zeros(network.inputShape),
      weights: await first.session.getWeights(),
      runId: 1,
      step: 12,
      fit: told.reduce<FitState | undefined>(fitAfter, undefined),
    });
    await second.session.train({ epochs: 1 });
    expect(recordsOf(second.events, 1).epochs.map(({ epoch }) => epoch)).toEqual([3]);
    expect(numbersOf(await second.session.getWeights())).toEqual(best);
    // Over: the next fit has no best weights yet.
    const ended = second.events.findLast((event) => event.type === 'stopped')!.fit!;
    expect(fitAfter(told[0], ended)).toMatchObject({ from: undefined, best: new Map() });
  });
});

test('the default net passes 92% on 500 unseen digits', async () => {
  const opened = await openOn('wasm');
  await opened.build(digits);
  let accuracy = 0;
  for (let epoch = 0; epoch < 10 && accuracy <= 0.92; epoch++) {
    await opened.session.train({ epochs: 1 });
    accuracy = (await opened.session.evaluate('test')).metrics.accuracy!;
  }
  expect(accuracy).toBeGreaterThan(0.92);
}, 60_000);
