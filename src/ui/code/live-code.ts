import { KernelscopeError } from '../../base/errors.ts';
import { fromPython, type PythonReading } from '../../formats/keras/from-python.ts';
import { contextOf } from '../../formats/keras/python-context.ts';
import { toPython } from '../../formats/keras/to-python.ts';
import type { ModelDocument } from '../../model/document.ts';
import { admit } from '../../model/gate.ts';
import { type CodeSource, keyOf, remembered, sourceOf } from '../../stores/code.ts';
import { codeText } from '../../text/code.ts';
import { pythonSentence } from '../../text/python.ts';
import type { Kernelscope } from '../context.ts';
import { createEditor, type Editor } from './editor.ts';

/** Milliseconds without a key before what is typed becomes the document. */
const PAUSE = 350;

/** What the panel says about the code. */
export interface CodeReport {
  /** Of code that somebody wrote: notes on the page's own would say nothing new. */
  readonly reading: PythonReading | undefined;
  /** Why the document did not take what the code says. */
  readonly refused: string | undefined;
  /** The model was changed elsewhere while the code was being written. */
  readonly behind: boolean;
}

export interface LiveCode {
  readonly editor: Editor;
  /** Gives up what was typed for the code of the document in hand. */
  catchUp(): void;
  end(): void;
}

/** Keeps an editor and the document in step: what is typed becomes the document, what changes elsewhere the code. */
export function startLiveCode(
  app: Kernelscope,
  host: HTMLElement,
  report: (said: CodeReport) => void,
): LiveCode {
  const { stores, scope } = app;
  const inHand = () => stores.document.getState().document;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the text says something else than the document. */
  let dirty = false;
  let applying: string | undefined;
  let ended = false;
  let layers: PythonReading['layers'] = [];

  const showOpen = () => {
    const { open } = stores.view.getState();
    editor.showLayer(layers.find(({ name }) => name === open));
  };

  const read = (written: boolean) => {
    const reading = fromPython(editor.text(), contextOf(inHand()));
    layers = reading.layers;
    editor.mark(reading.problems.map((problem) => ({ ...problem, text: pythonSentence(problem) })));
    report({ reading: written ? reading : undefined, refused: undefined, behind: false });
    showOpen();
    return reading;
  };

  const apply = async (code: string, reading: PythonReading) => {
    const { document } = admit(reading.document);
    const key = keyOf(document);
    const source: CodeSource = { code, repeats: reading.repeats ?? 1, key };
    stores.code.setState((state) => remembered(state, source));
    dirty = false;
    if (key === keyOf(inHand())) return;
    applying = key;
    try {
      await scope.setDocument(reading.document, { weights: 'carry', label: codeText.change });
    } catch (error) {
      if (!(error instanceof KernelscopeError)) throw error;
      dirty = true;
      report({ reading, refused: error.message, behind: false });
    } finally {
      applying = undefined;
    }
  };

  const take = () => {
    timer = undefined;
    if (ended) return;
    const reading = read(true);
    if (reading.document !== undefined) void apply(editor.text(), reading);
  };

  const show = (document: ModelDocument) => {
    const source = sourceOf(stores.code.getState(), document);
    dirty = false;
    clearTimeout(timer);
    editor.setText(source?.code ?? toPython(document), source !== undefined);
    read(source !== undefined);
  };

  const first = sourceOf(stores.code.getState(), inHand());
  const editor = createEditor(host, {
    text: first?.code ?? toPython(inHand()),
    label: codeText.region,
    onEdit() {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(take, PAUSE);
    },
    onBlur() {
      if (timer === undefined) return;
      clearTimeout(timer);
      take();
    },
  });
  read(first !== undefined);

  const offDocument = stores.document.subscribe(({ document }, before) => {
    if (document === before.document || keyOf(document) === applying) return;
    if (dirty) report({ reading: undefined, refused: undefined, behind: true });
    else show(document);
  });
  const offView = stores.view.subscribe((view, before) => {
    if (view.open !== before.open) showOpen();
  });

  return {
    editor,
    catchUp: () => show(inHand()),
    end() {
      ended = true;
      clearTimeout(timer);
      offDocument();
      offView();
      editor.destroy();
    },
  };
}
