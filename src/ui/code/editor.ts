import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorLook } from './editor-look.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A fault in the code and its sentence. */
interface Mark extends Range {
  readonly text: string;
}

export interface Editor {
  /** Puts another text in place of everything; the editor's own undo begins anew. */
  setText(text: string, fromTop: boolean): void;
  text(): string;
  mark(marks: readonly Mark[]): void;
  /** Shows the lines of the open layer, and brings them into view. */
  showLayer(range: Range | undefined): void;
  /** Puts the cursor there. */
  goTo(position: number): void;
  selectAll(): void;
  hasFocus(): boolean;
  destroy(): void;
}

interface Options {
  readonly text: string;
  readonly label: string;
  /** After every change that the user makes. */
  readonly onEdit: () => void;
  readonly onBlur: () => void;
}

const openLayer = StateEffect.define<Range | undefined>();

/** The lines of the layer whose lens is open. */
const openLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(openLayer)) continue;
      if (!effect.value) return Decoration.none;
      const { doc } = transaction.state;
      const first = doc.lineAt(Math.min(effect.value.from, doc.length)).number;
      const last = doc.lineAt(Math.min(effect.value.to, doc.length)).number;
      const lines = Array.from({ length: last - first + 1 }, (_, at) => doc.line(first + at).from);
      return Decoration.set(lines.map((at) => Decoration.line({ class: 'cm-open-layer' }).range(at)));
    }
    return decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * What is typed over a selection. The browser's own way of it makes elements with inline styles, of which the content
 * security policy complains.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const { data } = event;
    if (event.inputType !== 'insertText' || empty || data === null || view.composing) return false;
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type' });
    const handled = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, data, insert));
    if (!handled) view.dispatch(insert());
    return true;
  },
});

/**
 * A Python editor within `host`, in a shadow root: there its style sheets are made by script, which the page's content
 * security policy allows. Escape, then Tab, leaves it by keyboard.
 */
export function createEditor(host: HTMLElement, { text, label, onEdit, onBlur }: Options): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  let replacing = false;
  const extensions: Extension = [
    lineNumbers(),
    history(),
    drawSelection(),
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    python(),
    openLines,
    typedOver,
    keymap.of([
      // Undo stays within the text, also where there is nothing left to undo: the page has its own.
      { key: 'Mod-z', run: (view) => undo(view) || true, shift: (view) => redo(view) || true },
      indentWithTab,
      ...closeBracketsKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...defaultKeymap,
    ]),
    editorLook,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !replacing) onEdit();
    }),
    EditorView.domEventHandlers({ blur: () => onBlur() }),
  ];
  const stateOf = (doc: string) => EditorState.create({ doc, extensions });
  const view = new EditorView({ root, parent: root, state: stateOf(text) });
  const within = (position: number) => Math.min(Math.max(position, 0), view.state.doc.length);
  // The page's keys, and those of the tabs around, are not for who types.
  const keep = (event: Event) => event.stopPropagation();
  host.addEventListener('keydown', keep);

  return {
    setText(next, fromTop) {
      if (next === view.state.doc.toString()) return;
      replacing = true;
      const { scrollTop } = view.scrollDOM;
      view.setState(stateOf(next));
      view.scrollDOM.scrollTop = fromTop ? 0 : scrollTop;
      replacing = false;
    },
    text: () => view.state.doc.toString(),
    mark(marks) {
      const diagnostics = marks.map((mark) => ({
        from: within(mark.from),
        to: within(mark.to),
        severity: 'error' as const,
        message: mark.text,
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    showLayer(range) {
      view.dispatch({ effects: openLayer.of(range) });
      if (!range || view.hasFocus) return;
      const from = within(range.from);
      // Only the code scrolls: the page stays with the lens, which the editor's own way of it would scroll as well.
      view.requestMeasure({
        read({ scrollDOM }) {
          const line = view.lineBlockAt(within(from));
          return line.top - (scrollDOM.clientHeight - line.height) / 2;
        },
        write(top, { scrollDOM }) {
          scrollDOM.scrollTop = top;
        },
      });
    },
    goTo(position) {
      view.dispatch({ selection: { anchor: within(position) }, scrollIntoView: true });
      view.focus();
    },
    selectAll() {
      view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
      view.focus();
    },
    hasFocus: () => view.hasFocus,
    destroy() {
      host.removeEventListener('keydown', keep);
      view.destroy();
    },
  };
}
