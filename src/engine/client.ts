import { type Remote, releaseProxy, wrap } from 'comlink';
import { KernelscopeError } from '../base/errors.ts';
import type { Tensor } from '../base/tensor.ts';
import { isCustom } from '../model/datasets/custom.ts';
import type { ModelDocument } from '../model/document.ts';
import type { Weights } from '../model/trace.ts';
import { createCoalescer } from './coalesce.ts';
import { createPageDatasets } from './data/page-datasets.ts';
import type { Built, DataChoice, Engine, EngineEvent, FitState } from './engine.ts';
import { fitAfter } from './fit-state.ts';
import { measureNextFrame } from './frame-cost.ts';
import { onDeath } from './lifeline.ts';
import type { CallName, Calls, EventMessage, LostMessage, Setup } from './messages.ts';
import { onNextFrame } from './next-frame.ts';
import { createPagePace } from './page-pace.ts';
import { whenIdle } from './when-idle.ts';
import type { WorkerApi } from './worker.ts';

export interface EngineOptions {
  /** Absolute address of the site's root; data files and models are fetched from below it. */
  readonly baseUrl?: string;
  readonly startWorker: () => Worker;
}

/** What a new worker is given so that it goes on where the old one was. */
interface Last {
  readonly document: ModelDocument;
  readonly probe: Tensor;
  readonly weights: Weights;
  readonly step: number;
  readonly fit: FitState | undefined;
}

interface Connection {
  readonly worker: Worker;
  readonly api: Remote<WorkerApi>;
  /** What ends the calls that wait for an answer, when the worker dies. A promise of its death would keep every call. */
  readonly waiting: Set<(error: KernelscopeError) => void>;
  /** Names of the reader's own data that it has been given. */
  readonly given: Set<string>;
  readonly close: () => void;
}

type Result<N extends CallName> = Calls[N] extends (...args: never[]) => Promise<infer T> ? T : never;

type TrainRequest = Parameters<Engine['train']>[0];

/** Crashes closer together than this, in milliseconds, count as one that repeats. */
const CRASH_WINDOW = 10_000;
const CRASH_LIMIT = 3;

/** Milliseconds within which a worker has to recover from a lost GPU context before another takes its place. */
const RECOVERY = 800;

function crashed(): KernelscopeError {
  return new KernelscopeError({ code: 'engine', reason: 'crashed' });
}

/**
 * The engine behind its worker. A worker that dies is replaced by one with the last document, weights and step: a
 * run in hand goes on there, other calls that were waiting reject with `engine`.
 */
export function createEngine(options: EngineOptions): Engine {
  const baseUrl = options.baseUrl ?? new URL(import.meta.env.BASE_URL, document.baseURI).href;
  const listeners = new Set<(event: EngineEvent) => void>();
  const datasets = createPageDatasets(baseUrl);
  /** Without a choice that of the document in hand. */
  const dataset = (choice: DataChoice | undefined) => datasets.of(choice ?? last?.document.dataset);
  const crashes: number[] = [];
  let runId = 0;
  let last: Last | undefined;
  /** Why there is no worker any more. */
  let ended: 'destroyed' | 'crashed' | undefined;
  let connection = connect();
  /** Settles when a replaced worker has everything back. */
  let restoring: Promise<void> = Promise.resolve();

  const coalescer = createCoalescer((event) => {
    if (event.type === 'live') onNextFrame(() => void call('acknowledge').catch(() => {}));
    if ('runId' in event && event.runId !== runId) return;
    for (const listener of listeners) listener(event);
  }, createPagePace(measureNextFrame));

  function receive(event: EngineEvent): void {
    if ('runId' in event && event.runId === runId && last) {
      if (event.type === 'live') last = { ...last, weights: event.weights };
      if (event.type === 'epoch') last = { ...last, fit: event.fit && fitAfter(last.fit, event.fit) };
      if (event.type === 'stopped' && event.fit) last = { ...last, fit: fitAfter(last.fit, event.fit) };
      if (event.type === 'batches') last = { ...last, step: event.progress.step };
    }
    coalescer.push(event);
  }

  function connect(): Connection {
    const worker = options.startWorker();
    const api = wrap<WorkerApi>(worker);
    const waiting: Connection['waiting'] = new Set();
    const opened: Connection = {
      worker,
      api,
      waiting,
      given: new Set(),
      close() {
        api[releaseProxy]();
        worker.terminate();
        for (const end of waiting) end(crashed());
      },
    };
    let recovery: ReturnType<typeof setTimeout> | undefined;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Partial<EventMessage & LostMessage> | null>) => {
        if (data?.event) receive(data.event);
        if (data?.event?.type === 'recovered') clearTimeout(recovery);
        // One that is stuck in what it was doing on the GPU may need seconds; a new one starts without a GPU.
        if (data?.contextLost) recovery = setTimeout(() => connection === opened && revive(), RECOVERY);
      },
    );
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (connection === opened) revive();
    });
    const lifeline = `kernelscope-engine-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    const setup: Setup = { baseUrl, lifeline };
    const started = api.start(setup);
    started.then(() => onDeath(lifeline, () => connection === opened && revive())).catch(() => {});
    return opened;
  }

  async function callOn<N extends CallName>(
    target: Connection,
    name: N,
    args: unknown[],
  ): Promise<Result<N>> {
    let end: (error: KernelscopeError) => void = () => {};
    const answer = new Promise<Awaited<ReturnType<WorkerApi['call']>>>((resolve, reject) => {
      end = reject;
      target.waiting.add(end);
      target.api.call(name, args).then(resolve, reject);
    });
    const outcome = await answer.finally(() => target.waiting.delete(end));
    // What answers to an event must not call for the next ones: they would come faster than their pace.
    if (name !== 'acknowledge') coalescer.flush();
    if (!outcome.ok) throw new KernelscopeError(outcome.error);
    return outcome.value as Result<N>;
  }

  async function call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<Result<N>> {
    await restoring;
    if (ended) throw new KernelscopeError({ code: 'engine', reason: ended });
    return callOn(connection, name, args);
  }

  /** Replaces a dead worker. Gives up where workers keep dying. */
  function revive(): void {
    connection.close();
    const now = performance.now();
    crashes.push(now);
    if (ended) return;
    if (crashes.filter((time) => now - time < CRASH_WINDOW).length > CRASH_LIMIT) {
      ended = 'crashed';
      return;
    }
    connection = connect();
    restoring = restore(connection);
  }

  async function restore(target: Connection): Promise<void> {
    try {
      if (last) {
        await provide(target, last.document.dataset);
        await callOn(target, 'build', [{ ...last, runId }]);
      }
      const backend = await callOn(target, 'backend', []);
      coalescer.push({ type: 'recovered', cause: 'worker', backend });
    } catch {
      // It died again, or cannot build what the old one could: calls will say so.
    }
  }

  async function buildWith(
    document: ModelDocument,
    probe: Tensor,
    weights: Weights | undefined,
    next: number,
  ): Promise<Built> {
    if (isCustom(document.dataset)) {
      await restoring;
      if (!ended) await provide(connection, document.dataset);
    }
    const built = await call('build', { document, probe, weights, runId: next, step: 0 });
    return adopt(built, { document, probe });
  }

  function adopt(built: Built, what: { readonly document: ModelDocument; readonly probe: Tensor }): Built {
    runId = built.runId;
    last = { ...what, weights: built.weights, step: 0, fit: undefined };
    return built;
  }

  /** Trains; where the worker dies meanwhile, what is left of the request is done by the next one. */
  async function train(request: TrainRequest) {
    let left = request;
    let epochs = 0;
    const count = (event: EngineEvent) => {
      if (event.type === 'epoch') epochs++;
    };
    listeners.add(count);
    const id = runId;
    try {
      for (;;) {
        try {
          return await call('train', left);
        } catch (error) {
          const died = error instanceof KernelscopeError && error.reason === 'crashed';
          if (!died || ended || id !== runId) throw error;
          if ('epochs' in request) left = { epochs: request.epochs - epochs };
        }
      }
    } finally {
      listeners.delete(count);
    }
  }

  /** Gives the worker the reader's own data that a document trains on; without them it can still be built. */
  async function provide(target: Connection, choice: ModelDocument['dataset']): Promise<void> {
    if (!isCustom(choice) || target.given.has(choice.data)) return;
    const data = await datasets.found(choice);
    if (!data) return;
    await callOn(target, 'hold', [choice.data, data]);
    target.given.add(choice.data);
  }

  let builds = 0;
  return {
    build: (document, probe, weights) => buildWith(document, probe, weights, ++builds),
    async probe(input) {
      const trace = await call('probe', input);
      if (last) last = { ...last, probe: input };
      return trace;
    },
    async getWeights() {
      const weights = await call('getWeights');
      if (last) last = { ...last, weights };
      return weights;
    },
    async setWeights(layer, weights) {
      const trace = await call('setWeights', layer, weights);
      if (last) last = { ...last, weights: new Map([...last.weights, [layer, weights]]) };
      return trace;
    },
    train,
    pause: () => call('pause'),
    async reset(seed) {
      const before = last;
      const built = await call('reset', seed, ++builds);
      return before ? adopt(built, { document: { ...before.document, seed }, probe: before.probe }) : built;
    },
    evaluate: (split) => call('evaluate', split),
    gradients: (target) => call('gradients', target),
    resetStates: () => call('resetStates'),
    // Read on this side: the first sample then does not wait until the worker has started.
    sample: async (split, index, choice) => (await dataset(choice)).sample(split, index),
    samples: async (split, count, choice) => (await dataset(choice)).samples(split, count),
    words: async (choice) => (await dataset(choice)).words(),
    async hold(choice, data) {
      const { hold } = await import('./own-data/held.ts');
      const kept = await hold(choice.data, data);
      await provide(connection, choice);
      return kept;
    },
    holds: async (choice) => (await datasets.found(choice)) !== undefined,
    async backend() {
      // A GPU context is slow to make where WebGL is software: the first pictures come before it.
      await whenIdle();
      return call('backend');
    },
    setBackend: (name) => call('setBackend', name),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      ended = 'destroyed';
      connection.close();
    },
  };
}
