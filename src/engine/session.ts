import { KernelscopeError } from '../base/errors.ts';
import { isCustom } from '../model/datasets/custom.ts';
import { datasetOf, findDataset } from '../model/datasets/registry.ts';
import { classesOf } from '../model/datasets/target.ts';
import type { ModelDocument } from '../model/document.ts';
import { INPUT_NAME } from '../model/network.ts';
import { copyOfWeights } from '../model/trace.ts';
import { type Active, activate, checkProbe, deactivate, putOnBackend, takeCheckpoint } from './active.ts';
import { type Backends, createBackends, isContextLost, type WasmPaths } from './backend.ts';
import { type Dataset, openDataset } from './data/dataset.ts';
import type { FetchFile } from './data/fetch-file.ts';
import { isDataOf, missingData, openHeld } from './data/held-dataset.ts';
import type { BackendName, EngineEvent } from './engine.ts';
import { confusionOf, measure, outcomesOf } from './evaluate.ts';
import { takeGradients } from './gradients.ts';
import { createLivePace } from './live.ts';
import { createLock } from './lock.ts';
import { measureBackends } from './measure-backends.ts';
import type { BuildRequest, Calls } from './messages.ts';
import { meanTargets, numbersOf } from './numbers.ts';
import { createRun, type Run } from './run.ts';
import { checkInput, targetsFor } from './targets.ts';
import { takeSnapshot } from './trace.ts';
import { createCourse } from './train.ts';
import { yieldToEvents } from './yield.ts';

export interface SessionOptions {
  readonly wasmPaths: WasmPaths;
  /** Absolute address of the site's root. */
  readonly baseUrl: string;
  readonly fetch?: FetchFile;
  /** Told every event, in order. */
  readonly emit: (event: EngineEvent) => void;
  /** Told at once when the GPU context is lost; `recovered` follows as an event. */
  readonly contextLost?: () => void;
}

/**
 * The worker's whole behaviour. Every call that touches tensors waits for its turn, a training batch being one
 * turn; a call that rejects leaves everything as it was.
 */
export function createSession(options: SessionOptions): Calls {
  const { emit } = options;
  const lock = createLock();
  const backends: Backends = createBackends(options.wasmPaths);
  const datasets = new Map<string, Dataset>();
  const held = new Map<string, Blob>();
  /** By what a document says of them: no other document shares it. */
  const opened = new WeakMap<object, Dataset>();
  const pace = createLivePace(() => performance.now());
  let active: Active | undefined;
  let run: Run | undefined;
  /** Settles when the backend has been chosen by what the machine has; starts when somebody asks, after a build. */
  let chosen: Promise<void> | undefined;
  let chosenByHand = false;

  function built(): Active {
    if (!active) throw new KernelscopeError({ code: 'engine', reason: 'not-built' });
    return active;
  }

  function dataset(choice: ModelDocument['dataset']): Dataset {
    const { name } = choice;
    if (isCustom(choice)) {
      const data = held.get(choice.data);
      if (!data || !isDataOf(choice, data)) throw missingData(choice);
      const known = opened.get(choice) ?? openHeld(choice, data);
      opened.set(choice, known);
      return known;
    }
    const definition = findDataset(name);
    if (!definition) throw new KernelscopeError({ code: 'not-found', path: 'dataset.name', received: name });
    const known = datasets.get(name) ?? openDataset(definition, options.baseUrl, options.fetch);
    datasets.set(name, known);
    return known;
  }

  /** Moves model and optimizer to a backend, from the last state on the CPU; stays where it was if that fails. */
  async function moveTo(name: BackendName, reason: string): Promise<void> {
    if (active) deactivate(active);
    try {
      await backends.use(name, reason);
    } finally {
      if (active)
        Object.assign(active, putOnBackend(active.document, active.network, active.checkpoint, backends));
    }
  }

  /** After a lost GPU context: a new one on a GPU, wasm where WebGL is software and would take seconds to start. */
  async function recover(): Promise<void> {
    const targets: BackendName[] = backends.gpu() === 'hardware' ? ['webgl', 'wasm', 'cpu'] : ['wasm', 'cpu'];
    for (const name of targets) {
      const moved = await moveTo(name, 'lost-context').then(
        () => true,
        () => false,
      );
      if (moved) break;
    }
    emit({ type: 'recovered', cause: 'context', backend: backends.choice });
  }

  /** A turn. Where the GPU context is lost meanwhile, everything is put back and the task done again. */
  function turn<T>(task: () => Promise<T>): Promise<T> {
    return lock(async () => {
      try {
        return await task();
      } catch (error) {
        if (!isContextLost(error)) throw error;
        await recover();
        return task();
      }
    });
  }

  backends.onLost(() => {
    options.contextLost?.();
    // Whatever was waiting recovers by itself; an idle engine does it here.
    void lock(async () => {
      if (backends.contextLost) await recover();
    });
  });

  /** On the GPU, what is there is lost with it, so a copy is kept. */
  async function keepCheckpoint(): Promise<void> {
    const holder = built();
    holder.checkpoint = await takeCheckpoint(holder, backends);
  }

  async function install(request: BuildRequest) {
    const next = activate(request, backends);
    try {
      const { trace, weights } = await takeSnapshot(next.model, next.probe, backends);
      if (active) deactivate(active);
      active = next;
      run?.stop('replaced');
      run = undefined;
      return { runId: request.runId, weights, trace };
    } catch (error) {
      deactivate(next);
      throw error;
    }
  }

  async function trace() {
    const { model, probe } = built();
    return (await takeSnapshot(model, probe, backends)).trace;
  }

  /** The backend for this machine; only a real GPU is worth a measurement. */
  function choose(): Promise<void> {
    chosen ??= lock(async () => {
      const kind = backends.gpu();
      if (chosenByHand || !active) return;
      if (kind === 'hardware' && backends.choice.name === 'wasm') {
        await keepCheckpoint();
        await measureBackends(backends, active, moveTo);
      } else if (backends.choice.name === 'wasm')
        backends.explain(kind === 'software' ? 'software-gpu' : 'no-gpu');
    }).catch(() => {});
    return chosen;
  }

  async function live(): Promise<void> {
    const { runId, model, probe, course } = built();
    if (!pace.due()) return;
    const began = performance.now();
    const { trace, weights } = await takeSnapshot(model, probe, backends);
    emit({ type: 'live', runId, step: course!.step, trace, weights });
    pace.taken(performance.now() - began);
  }

  // The first of all turns.
  const started = lock(() => backends.start());

  return {
    build: (request) => turn(() => install(request)),
    probe: (input) =>
      turn(async () => {
        const holder = built();
        checkProbe(holder.document, input);
        const { trace } = await takeSnapshot(holder.model, input, backends);
        holder.probe = input;
        return trace;
      }),
    getWeights: () =>
      turn(async () => {
        await keepCheckpoint();
        return copyOfWeights(built().checkpoint.weights);
      }),
    setWeights: (layer, weights) =>
      turn(async () => {
        const holder = built();
        const specs = holder.network.byName.get(layer)?.weights;
        if (!specs || layer === INPUT_NAME)
          throw new KernelscopeError({ code: 'not-found', path: layer, received: layer });
        if (
          specs.length !== weights.length ||
          specs.some((spec, i) => weights[i]!.data.length !== spec.shape.reduce((a, b) => a * b, 1))
        ) {
          throw new KernelscopeError({ code: 'shape', path: layer, reason: 'weights' });
        }
        holder.model.assign(layer, weights);
        // A run may be ahead of the checkpoint; between runs only this layer has changed since.
        if (run) await keepCheckpoint();
        else {
          const copies = weights.map((weight) => ({ ...weight, data: weight.data.slice() }));
          const { weights: before, optimizer } = holder.checkpoint;
          holder.checkpoint = { weights: new Map([...before, [layer, copies]]), optimizer };
        }
        return trace();
      }),
    async train(request) {
      if (run) throw new KernelscopeError({ code: 'busy', path: 'train', reason: 'running' });
      const holder = built();
      const { document, trainee } = holder;
      if (!document.compile || !trainee)
        throw new KernelscopeError({ code: 'not-compiled', path: 'compile' });
      const started = createRun({
        request,
        fit: holder.fit,
        runId: holder.runId,
        backends,
        turn,
        emit,
        live,
        trainee: () => built().trainee!,
        keepCheckpoint,
        restore: async (weights) => {
          for (const [name, list] of weights) built().model.assign(name, list);
          await keepCheckpoint();
        },
        weights: () => built().checkpoint.weights,
        async course() {
          holder.course ??= await createCourse(
            document,
            holder.model,
            dataset(document.dataset),
            holder.start,
          );
          return holder.course;
        },
      });
      run = started;
      try {
        return await started.finished;
      } finally {
        if (run === started) run = undefined;
      }
    },
    async pause() {
      run?.stop('paused');
      await run?.finished.catch(() => {});
    },
    reset: (seed, runId) =>
      turn(async () => {
        const { document, probe } = built();
        return install({ document: { ...document, seed }, probe, weights: undefined, runId, step: 0 });
      }),
    async evaluate(split) {
      const { document, network } = built();
      if (!document.compile) throw new KernelscopeError({ code: 'not-compiled', path: 'compile' });
      const set = dataset(document.dataset);
      checkInput(document, set.definition);
      const targets = targetsFor(network, set.definition, document.compile);
      const rows = await set.rows(split, document.dataset[split]);
      const mean =
        set.definition.target.type === 'numbers'
          ? meanTargets(await set.rows('train', document.dataset.train))
          : undefined;
      const source = {
        rows,
        shape: set.definition.shape,
        targets,
        batchSize: Math.max(32, document.fit.batch_size),
      };
      return turn(async () => {
        if (built().document !== document)
          throw new KernelscopeError({ code: 'busy', path: 'evaluate', reason: 'replaced' });
        const { model, objective } = built().trainee!;
        const { metrics, outputs } = await measure(
          model,
          objective,
          source,
          [0, rows.count],
          backends,
          yieldToEvents,
        );
        const outcomes = outcomesOf(source, outputs);
        const confusion = confusionOf(outcomes, classesOf(set.definition).length);
        return {
          metrics,
          confusion,
          outcomes,
          ...(mean && { numbers: numbersOf(set.definition, source, outputs, mean) }),
        };
      });
    },
    gradients: (target) =>
      turn(async () => {
        const { document, model, probe, trainee, network } = built();
        const { compile } = document;
        const definition = datasetOf(document.dataset);
        const targets =
          target.type === 'loss' && compile && definition
            ? targetsFor(network, definition, compile)
            : undefined;
        return takeGradients(model, { probe, target, objective: trainee?.objective, targets }, backends);
      }),
    resetStates: () => turn(async () => built().trainee?.stepper.resetStates()),
    async backend() {
      await started;
      if (active) await choose();
      return backends.choice;
    },
    setBackend: (name) =>
      turn(async () => {
        if (active) await keepCheckpoint();
        await moveTo(name, 'chosen');
        chosenByHand = true;
        return backends.choice;
      }),
    async hold(id, data) {
      held.set(id, data);
    },
    async acknowledge() {
      pace.acknowledge();
    },
  };
}
