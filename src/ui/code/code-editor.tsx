import { type ReactElement, useEffect, useRef, useState } from 'react';
import { completeForTraining } from '../../model/edit/complete-for-training.ts';
import { codeText } from '../../text/code.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { CodeFindings } from './code-findings.tsx';
import type { EditorHandle } from './editor-handle.ts';
import { type CodeReport, type LiveCode, startLiveCode } from './live-code.ts';

const NOTHING: CodeReport = { reading: undefined, refused: undefined, behind: false };

/** The document's code, in which one can write: what is written becomes the document. */
export function CodeEditor({ handle }: { readonly handle: EditorHandle }): ReactElement {
  const app = useKernelscope();
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<LiveCode>(undefined);
  const [report, setReport] = useState(NOTHING);
  const document = useDocument((state) => state.document);

  useEffect(() => {
    const started = startLiveCode(app, host.current!, setReport);
    live.current = started;
    handle.current = started.editor;
    return () => {
      handle.current = undefined;
      started.end();
    };
  }, [app, handle]);

  const complete = () =>
    attempt(app, async () => {
      const completed = completeForTraining(document);
      await app.scope.setDocument(completed, { weights: 'carry', label: codeText.completed });
    });

  return (
    <div className="code-editor">
      <div className="code-host" ref={host} />
      <CodeFindings report={report} onGoTo={(position) => live.current?.editor.goTo(position)}>
        {report.behind && <Button onClick={() => live.current?.catchUp()}>{codeText.catchUp}</Button>}
        {document.compile === undefined && !report.behind && (
          <Button onClick={() => void complete()}>{codeText.complete}</Button>
        )}
      </CodeFindings>
    </div>
  );
}
