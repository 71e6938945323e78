import { copyOfWeights, type Weights } from '../model/trace.ts';
import type { Backends } from './backend.ts';
import type { BatchRecord, Engine, EngineEvent, Health, Progress, StopReason } from './engine.ts';
import type { Fit } from './fit.ts';
import type { Course, Trainee } from './train.ts';
import { yieldToEvents } from './yield.ts';

/** A request to train, under way. */
export interface Run {
  /** Ends it after the batch in hand. */
  stop(reason: StopReason): void;
  readonly finished: Promise<StopReason>;
}

export interface RunOptions {
  readonly request: Parameters<Engine['train']>[0];
  readonly fit: Fit;
  readonly runId: number;
  readonly backends: Backends;
  /** Does a task when it is its turn. */
  readonly turn: <T>(task: () => Promise<T>) => Promise<T>;
  readonly emit: (event: EngineEvent) => void;
  /** Takes and sends the live pictures if they are due. */
  readonly live: () => Promise<void>;
  /** The model as it now stands on the backend. */
  readonly trainee: () => Trainee;
  readonly course: () => Promise<Course>;
  /** Copies the state to the CPU; `weights` and `restore` work on that copy. */
  readonly keepCheckpoint: () => Promise<void>;
  readonly weights: () => Weights;
  readonly restore: (weights: Weights) => Promise<void>;
}

/** Milliseconds between copies to the CPU, where a lost GPU context would take the weights with it. */
const CHECKPOINT_EVERY = 500;

/** Batches from one examination of the layers to the next within an epoch: rare enough to cost next to nothing. */
const EXAMINE_EVERY = 32;

/** Whether the batch in hand is examined: which are follows from the steps alone. */
function isExamined({ step, stepsPerEpoch }: Course, ofSteps: number): boolean {
  const next = step + 1;
  return next === ofSteps || next % stepsPerEpoch === 0 || next % EXAMINE_EVERY === 0;
}

function lastStep(request: RunOptions['request'], { step, stepsPerEpoch }: Course): number {
  const epochs = Math.floor(step / stepsPerEpoch);
  if ('epochs' in request) return (epochs + request.epochs) * stepsPerEpoch;
  return request.until === 'batch' ? step + 1 : (epochs + 1) * stepsPerEpoch;
}

/** Starts to train; batches, live pictures and epochs are told as events, in order, `stopped` last. */
export function createRun(options: RunOptions): Run {
  const { request, fit, runId, backends, turn, emit, trainee } = options;
  let wanted: StopReason | undefined;
  let kept = performance.now();
  let millisecondsPerStep: number | undefined;

  function progressOf(course: Course, ofSteps: number): Progress {
    const secondsLeft =
      millisecondsPerStep === undefined ? undefined : (millisecondsPerStep * (ofSteps - course.step)) / 1000;
    const epoch = Math.max(1, Math.ceil(course.step / course.stepsPerEpoch));
    return { step: course.step, ofSteps, epoch, secondsLeft };
  }

  /** A turn of its own: a turn that is done again after a lost GPU context must not train its batch twice. */
  async function protect(): Promise<void> {
    if (backends.choice.name !== 'webgl' || performance.now() - kept < CHECKPOINT_EVERY) return;
    await turn(async () => (wanted === 'replaced' ? undefined : options.keepCheckpoint()));
    kept = performance.now();
  }

  /** Ends the epoch; says whether a callback stops the run. */
  async function endEpoch(course: Course): Promise<boolean> {
    const record = await turn(async () =>
      wanted === 'replaced' ? undefined : course.endEpoch(trainee(), backends, yieldToEvents),
    );
    if (!record) return true;
    const { record: logged, keeps, stop, moments } = fit.observe(record, course.step);
    const best = new Map<number, Weights>();
    if (keeps.length > 0) {
      await turn(options.keepCheckpoint);
      const weights = options.weights();
      // What an event carries is moved away with it.
      const told = copyOfWeights(weights);
      for (const callback of keeps) {
        fit.keep(callback, weights);
        best.set(callback, told);
      }
    }
    emit({ type: 'epoch', runId, record: logged, fit: { ...fit.state, best } });
    for (const moment of moments) emit({ type: 'moment', runId, moment });
    // A single step ends by itself.
    if (!stop || !('epochs' in request)) return false;
    emit({ type: 'moment', runId, moment: { type: 'stopped', epoch: logged.epoch, step: course.step } });
    return true;
  }

  async function endFit(course: Course): Promise<void> {
    const best = fit.end();
    if (!best) return;
    await turn(() => options.restore(best.weights));
    const { epoch } = best;
    emit({ type: 'moment', runId, moment: { type: 'best', epoch, step: epoch * course.stepsPerEpoch } });
  }

  async function loop(): Promise<StopReason> {
    const course = await options.course();
    const ofSteps = lastStep(request, course);
    fit.begin(Math.floor(course.step / course.stepsPerEpoch));
    let before = performance.now();
    while (course.step < ofSteps) {
      if (wanted) return wanted;
      let health: Health | undefined;
      const examined = (found: Health) => {
        health = found;
      };
      const record: BatchRecord | undefined = await turn(async () =>
        wanted
          ? undefined
          : course.batch(
              trainee(),
              fit.rateAt(course.step),
              isExamined(course, ofSteps) ? examined : undefined,
            ),
      );
      if (wanted === 'replaced') return wanted;
      if (!record) return wanted ?? 'not-finite';
      const now = performance.now();
      const took = now - before;
      before = now;
      millisecondsPerStep = millisecondsPerStep === undefined ? took : millisecondsPerStep * 0.9 + took * 0.1;
      emit({ type: 'batches', runId, records: [record], progress: progressOf(course, ofSteps) });
      if (health) emit({ type: 'health', runId, health });
      if (course.atEpochEnd && (await endEpoch(course))) break;
      await protect();
      if (!wanted) await turn(async () => (wanted ? undefined : options.live()));
      await yieldToEvents();
    }
    if (wanted) return wanted;
    if ('epochs' in request) await endFit(course);
    return 'finished';
  }

  async function finish(): Promise<StopReason> {
    try {
      const reason = await loop();
      await turn(async () => (wanted === 'replaced' ? undefined : options.keepCheckpoint()));
      emit({ type: 'stopped', runId, reason, fit: fit.state });
      return reason;
    } catch (error) {
      emit({ type: 'stopped', runId, reason: 'failed' });
      throw error;
    }
  }

  return {
    stop(reason) {
      // Being replaced outranks being paused.
      if (wanted !== 'replaced') wanted = reason;
    },
    finished: finish(),
  };
}
