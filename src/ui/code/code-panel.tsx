import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { pythonLines } from '../../formats/keras/to-python.ts';
import { formatCount } from '../../scene/format.ts';
import { codeText } from '../../text/code.ts';
import { useDocument, useKernelscope, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { tokensOf } from './highlight.ts';
import { SummaryTable } from './summary-table.tsx';

/** What scrolls is reached by keyboard. */
const SCROLLS = { tabIndex: 0, role: 'group', 'aria-label': codeText.region } as const;

function Line({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {tokensOf(text).map(({ type, text: piece, start }) => (
        <span key={start} className={`py-${type}`}>
          {piece}
        </span>
      ))}
      {'\n'}
    </>
  );
}

/** The model as Keras prints it, and as one writes it in Keras. Both follow the document. */
export function CodePanel(): ReactElement {
  const { scope } = useKernelscope();
  const document = useDocument((state) => state.document);
  const open = useView((view) => view.open);
  const lines = useMemo(
    () => pythonLines(document).map((line, at) => ({ ...line, number: at + 1 })),
    [document],
  );
  const code = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    void document;
    setSaid('');
  }, [document]);

  useEffect(() => {
    const line = code.current?.querySelector<HTMLElement>('[data-open]');
    if (open === undefined || !line || !code.current) return;
    // Only the code scrolls: the page stays with the lens.
    const { offsetTop, offsetHeight } = line;
    const { clientHeight } = code.current;
    code.current.scrollTop = offsetTop - (clientHeight - offsetHeight) / 2;
  }, [open]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(scope.toPython());
      setSaid(codeText.copied(formatCount(lines.length)));
    } catch {
      if (code.current) getSelection()?.selectAllChildren(code.current);
      setSaid(codeText.copyByHand);
    }
  };

  return (
    <div className="dock-page code-panel">
      <section className="code-part" aria-label={codeText.summary.region}>
        <div className="code-head">
          <h2 className="section-title">{codeText.summary.title}</h2>
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
          <Button onClick={() => void copy()}>{codeText.copy}</Button>
        </div>
        <pre className="code-scroll python" ref={code} {...SCROLLS}>
          <code>
            {lines.map(({ text, layer, number }) => (
              <span
                key={number}
                className="py-line"
                data-open={(layer !== undefined && layer === open) || undefined}
              >
                <Line text={text} />
              </span>
            ))}
          </code>
        </pre>
      </section>
    </div>
  );
}
