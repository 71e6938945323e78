import type { Archives } from '../engine/archive/archives.ts';
import type { Engine } from '../engine/engine.ts';
import type { DataReader } from '../engine/own-data/reader.ts';
import { toPython } from '../formats/keras/to-python.ts';
import type { Weights } from '../model/trace.ts';
import type { Stores } from '../stores/stores.ts';
import { focusOf, sameFocus } from '../stores/view.ts';
import { fromKeras, toKeras } from './archive.ts';
import { backend, setBackend } from './backend.ts';
import { besideThePage } from './beside.ts';
import { givenSwitch, optionsOf } from './check.ts';
import type { Context } from './context.ts';
import { getDocument, redo, setDocument, summary, undo } from './document.ts';
import { followEngine } from './engine-events.ts';
import { evaluate, mistakes, predictions } from './evaluation.ts';
import { createEvents } from './events.ts';
import { experiment } from './experiment.ts';
import { activations, explain } from './explain.ts';
import { gradients, resetStates } from './gradients.ts';
import { moveInput } from './move-input.ts';
import type { Opening } from './open.ts';
import { setInput } from './probe.ts';
import { answered, said } from './public-error.ts';
import { fromPython } from './python.ts';
import { createQueue } from './queue.ts';
import { reset } from './reset.ts';
import { historyOf } from './run.ts';
import type { Scope } from './scope.ts';
import { shareUrl } from './share.ts';
import { start } from './start.ts';
import { pause, step, train } from './training.ts';
import { VERSION } from './version.ts';
import { editWeights, redoEdit, restoreWeights, undoEdit } from './weight-edits.ts';
import { getWeights, setWeights } from './weights.ts';

export interface ScopeParts {
  readonly engine: Engine;
  readonly stores: Stores;
  /** What opens first; the document of `stores` where absent. */
  readonly opening?: Promise<Opening>;
  /** The trained weights of the default document. */
  readonly shipped?: () => Promise<Weights>;
  /** Without it, `toKeras` and `fromKeras` are refused. */
  readonly archives?: Archives;
  /** Without it, `inspectData` and `openData` are refused. */
  readonly dataReader?: () => Promise<DataReader>;
  /** Starts another engine; without it, `experiment` and `compare` are refused. */
  readonly spare?: () => Engine;
  /** The page's address, for links. */
  readonly pageUrl?: () => string;
}

/** The scope of one page, headless. The first document is being built when this returns: see `ready`. */
export function createScope(parts: ScopeParts): Scope {
  const { engine, stores, opening, shipped, archives, spare, pageUrl } = parts;
  const context: Context = {
    engine,
    stores,
    queue: createQueue(),
    events: createEvents(),
    shipped,
    archives,
    dataReader: parts.dataReader,
    spare,
    pageUrl: pageUrl ?? (() => globalThis.location?.href ?? ''),
    run: undefined,
  };
  followEngine(context);
  stores.view.subscribe((view, before) => {
    const focus = focusOf(view);
    if (!sameFocus(focus, focusOf(before))) context.events.emit('focus', focus);
  });
  stores.status.subscribe(({ error }, before) => {
    if (error && error !== before.error) context.events.emit('error', error);
  });
  stores.lesson.subscribe((lesson) => context.events.emit('lesson', lesson));
  const ready = start(context, opening);
  return Object.freeze<Scope>({
    version: VERSION,
    ready,
    getDocument: () => said(() => getDocument(context)),
    setDocument: (document, options) =>
      answered(() =>
        setDocument(context, document, optionsOf(options, ['weights', 'input', 'renamed', 'label'])),
      ),
    undo: () => answered(async () => (await undoEdit(context)) || undo(context)),
    redo: () => answered(async () => (await redoEdit(context)) || redo(context)),
    summary: () => said(() => summary(context)),
    toPython: () => said(() => toPython(stores.document.getState().document)),
    fromPython: (code) => answered(() => fromPython(context, code)),
    toKeras: () => answered(() => toKeras(context)),
    fromKeras: (file) => answered(() => fromKeras(context, file)),
    inspectData: (files, options) =>
      answered(async () =>
        (await ownData()).inspectData(
          context,
          files,
          optionsOf(options, ['reading', 'sample', 'progress', 'signal']),
        ),
      ),
    openData: (files, options) =>
      answered(async () =>
        (await ownData()).openData(context, files, optionsOf(options, ['reading', 'progress', 'signal'])),
      ),
    closeData: () => answered(async () => (await ownData()).closeData(context)),
    getWeights: (layer) => answered(() => getWeights(context, layer)),
    setWeights: (layer, tensors) => answered(() => setWeights(context, layer, tensors)),
    editWeights: (layer, edits, options) =>
      answered(() => editWeights(context, layer, edits, optionsOf(options, ['step']).step)),
    restoreWeights: () => answered(() => restoreWeights(context)),
    setInput: (input) => answered(() => setInput(context, input)),
    moveInput: (by) =>
      answered(() => moveInput(context, optionsOf(by, ['dx', 'dy', 'rotate', 'scale', 'fill']))),
    activations: (layer, options) =>
      answered(() => activations(context, layer, givenSwitch(optionsOf(options, ['pre']).pre, 'pre'))),
    explain: (layer, index) => answered(() => explain(context, layer, index)),
    gradients: (options) => answered(() => gradients(context, optionsOf(options, ['target']).target)),
    resetStates: () => answered(() => resetStates(context)),
    evaluate: (options) => answered(() => evaluate(context, optionsOf(options, ['split']).split)),
    predictions: (options) => answered(() => predictions(context, optionsOf(options, ['split']).split)),
    mistakes: (options) =>
      answered(() => mistakes(context, optionsOf(options, ['split', 'truth', 'predicted', 'limit']))),
    train: (options) => answered(() => train(context, optionsOf(options, ['epochs']).epochs)),
    step: (unit) => answered(() => step(context, unit)),
    experiment: (options) => answered(() => experiment(context, optionsOf(options, ['repeats', 'epochs']))),
    compare: (options) =>
      answered(async () => {
        const given = optionsOf(options, ['documents', 'epochs']);
        // Loaded when it is first asked for.
        const prepare = async () => (await import('./compare.ts')).comparison(context, given);
        return besideThePage(context, 'compare', prepare);
      }),
    pause: () => answered(() => pause(context)),
    reset: (options) => answered(() => reset(context, optionsOf(options, ['seed']).seed)),
    history: () => said(() => historyOf(context)),
    shareUrl: (options) =>
      answered(() => {
        const { weights, view } = optionsOf(options, ['weights', 'view']);
        return shareUrl(context, {
          weights: givenSwitch(weights, 'weights'),
          view: givenSwitch(view, 'view'),
        });
      }),
    backend: () => said(() => backend(context)),
    setBackend: (name) => answered(() => setBackend(context, name)),
    lesson: () => stores.lesson.getState(),
    on: (event, handler) => said(() => context.events.on(event, handler)),
  });
}

/** Loaded when data of one's own are first asked for. */
const ownData = () => import('./own-data.ts');
