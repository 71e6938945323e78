import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { EpochRecord, Evaluation } from '../engine/engine.ts';
import { ranking } from '../model/best-of-models.ts';
import type { ModelDocument } from '../model/document.ts';
import { admit } from '../model/gate.ts';
import { checkWithin } from '../model/layers/refuse.ts';
import type { Network } from '../model/network.ts';
import { minimise } from '../model/normalise.ts';
import { copyOfWeights } from '../model/trace.ts';
import { keyOf } from '../stores/code.ts';
import { type ComparedModel, doneModels, meritOf } from '../stores/comparison.ts';
import type { Bench, Work } from './beside.ts';
import type { Context } from './context.ts';
import { refuseUnfit } from './dataset.ts';
import { givenCount } from './given-count.ts';
import type { ComparedRecord, ComparisonRecord } from './scope.ts';

const MOST_MODELS = 8;

interface Entry {
  readonly key: string;
  readonly document: ModelDocument;
  readonly network: Network;
}

/**
 * Trains and evaluates several documents on the same data with the same seed, those of the first, one after another. It
 * has an engine of its own: the page goes on, and nothing in hand changes. Models that an earlier call has trained in the
 * same way are not trained again.
 */
export function comparison(
  context: Context,
  options: { readonly documents?: unknown; readonly epochs?: unknown },
): Work<ComparisonRecord> {
  const epochs = givenCount(options.epochs, 'epochs');
  const given = givenDocuments(options.documents);
  const [first] = given;
  const count = epochs ?? first!.document.fit.epochs;
  const entries = given.map(({ document, network }, place) => {
    const { dataset, seed } = first!.document;
    const own = { ...document, dataset, seed, fit: { ...document.fit, epochs: count } };
    checkWithin(`documents[${place}]`, () => {
      if (!own.compile) throw new KernelscopeError({ code: 'not-compiled', path: 'compile' });
      refuseUnfit(own, network);
    });
    return { document: own, network, key: keyOf(own) };
  });
  return (bench) => trainAll(context, bench, entries);
}

function givenDocuments(given: unknown) {
  if (!Array.isArray(given) || given.length < 1 || given.length > MOST_MODELS) {
    throw new KernelscopeError({
      code: Array.isArray(given) ? 'range' : 'type',
      path: 'documents',
      expected: `a list of 1 to ${MOST_MODELS} documents`,
      received: Array.isArray(given) ? String(given.length) : printable(given),
    });
  }
  return given.map((json, place) => checkWithin(`documents[${place}]`, () => admit(json)));
}

async function trainAll(
  { stores, events }: Context,
  bench: Bench,
  entries: readonly Entry[],
): Promise<ComparisonRecord> {
  const { comparison } = stores;
  const keys = entries.map(({ key }) => key);
  const documents = entries.map(({ document }) => document);
  // Those that are asked for again are kept.
  const kept = new Map([...comparison.getState().done].filter(([key]) => keys.includes(key)));
  comparison.setState({ status: 'running', documents, keys, done: kept, training: undefined, share: 0 });
  bench.engine.on((event) => {
    const { training } = comparison.getState();
    if (event.type === 'batches') {
      const { step, ofSteps } = event.progress;
      comparison.setState({ share: step / ofSteps });
    } else if (event.type === 'epoch' && training) {
      comparison.setState({ training: { ...training, epochs: [...training.epochs, event.record] } });
    }
  });
  const epochsOf = () => comparison.getState().training!.epochs;
  try {
    for (const entry of entries) {
      const { done } = comparison.getState();
      if (done.has(entry.key)) continue;
      comparison.setState({ training: { key: entry.key, epochs: [] }, share: 0 });
      const model = await bench.orStopped(trained(bench, entry, epochsOf));
      if (!model) break;
      comparison.setState({ done: new Map(done).set(entry.key, model), training: undefined });
      events.emit('compared', recordOf(model));
    }
    const models = doneModels(comparison.getState());
    return { ...recordsOf(models), stopped: models.length < entries.length ? 'paused' : 'finished' };
  } finally {
    comparison.setState({ status: 'idle', training: undefined, share: 0 });
  }
}

/** Its epochs are those that the engine has told of. */
async function trained(
  { engine }: Bench,
  { document, network }: Entry,
  epochsOf: () => readonly EpochRecord[],
): Promise<ComparedModel> {
  await engine.build(document, {
    shape: network.inputShape,
    data: new Float32Array(network.inputShape.reduce((product, size) => product * size, 1)),
  });
  const begun = performance.now();
  const reason = await engine.train({ epochs: document.fit.epochs });
  const seconds = (performance.now() - begun) / 1000;
  const [evaluation, weights] = await Promise.all([engine.evaluate('test'), engine.getWeights()]);
  const { metrics, numbers } = evaluation;
  const right = rightOf(evaluation);
  return {
    document,
    params: network.params,
    seconds,
    epochs: epochsOf(),
    metrics,
    ...(right !== undefined && { right }),
    ...(numbers && { numbers }),
    weights,
    ...(reason === 'not-finite' && { broken: true }),
  };
}

/** The share of samples whose class is right. */
function rightOf({ outcomes }: Evaluation): number | undefined {
  if (outcomes.length === 0) return undefined;
  return outcomes.filter(({ truth, prediction }) => truth === prediction).length / outcomes.length;
}

function recordOf(model: ComparedModel): ComparedRecord {
  const { document, params, seconds, epochs, metrics, right, numbers, weights } = model;
  return {
    document: minimise(document),
    params,
    seconds,
    epochs: epochs.map((record) => ({ ...record })),
    evaluation: { ...metrics },
    ...(right !== undefined && { right }),
    ...(numbers && { ...numbers.errors, predictions: numbers.predictions.slice() }),
    weights: Object.fromEntries(copyOfWeights(weights)),
  };
}

function recordsOf(models: readonly ComparedModel[]): Omit<ComparisonRecord, 'stopped'> {
  const numbers = models.find((model) => model.numbers)?.numbers;
  const best = ranking(models.map(meritOf))?.[0];
  return {
    models: models.map(recordOf),
    ...(best !== undefined && { best }),
    ...(numbers && { truths: numbers.truths.slice(), baseline: { ...numbers.baseline } }),
  };
}
