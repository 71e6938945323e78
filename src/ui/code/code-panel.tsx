import { lazy, type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import { toPython } from '../../formats/keras/to-python.ts';
import { formatCount } from '../../scene/format.ts';
import { codeText } from '../../text/code.ts';
import { ArchiveButtons } from '../archive/archive-buttons.tsx';
import { useDocument, useKernelscope, useLocked } from '../context.ts';
import { Button } from '../controls/button.tsx';
import type { EditorHandle } from './editor-handle.ts';
import { saveNotebook } from './save-notebook.ts';
import { SummaryTable } from './summary-table.tsx';

// The editor and the grammar of Python: loaded when the panel is first opened.
const CodeEditor = lazy(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor }));

/** The model as Keras prints it, and as one writes it in Keras. Both follow the document. */
export function CodePanel(): ReactElement {
  const { scope } = useKernelscope();
  const document = useDocument((state) => state.document);
  const locked = useLocked('model');
  const editor = useRef<EditorHandle['current']>(undefined);
  const [said, setSaid] = useState('');

  useEffect(() => {
    void document;
    setSaid('');
  }, [document]);

  const copy = async () => {
    try {
      const code = editor.current?.text() ?? scope.toPython();
      await navigator.clipboard.writeText(code);
      setSaid(codeText.copied(formatCount(code.trimEnd().split('\n').length)));
    } catch {
      editor.current?.selectAll();
      setSaid(codeText.copyByHand);
    }
  };

  const written = <pre className="code-scroll python">{toPython(document)}</pre>;
  return (
    <div className="dock-page code-panel">
      <section className="code-part" aria-label={codeText.summary.region}>
        <div className="code-head">
          <h2 className="section-title">{codeText.summary.title}</h2>
          <ArchiveButtons />
        </div>
        <div className="code-scroll">
          <SummaryTable />
        </div>
      </section>
      <section className="code-part" aria-label={codeText.title}>
        <div className="code-head">
          <h2 className="section-title">{codeText.title}</h2>
          <span className="muted code-note">{codeText.note}</span>
          <span className="code-said" role="status">
            {said}
          </span>
          <Button onClick={() => saveNotebook(document)}>{codeText.notebook}</Button>
          <Button onClick={() => void copy()}>{codeText.copy}</Button>
        </div>
        {locked ? (
          written
        ) : (
          <Suspense fallback={written}>
            <CodeEditor handle={editor} />
          </Suspense>
        )}
      </section>
    </div>
  );
}
