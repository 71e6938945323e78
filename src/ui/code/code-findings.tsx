import type { ReactElement, ReactNode } from 'react';
import { codeText } from '../../text/code.ts';
import { pythonSentence } from '../../text/python.ts';
import type { CodeReport } from './live-code.ts';

interface Props {
  readonly report: CodeReport;
  readonly onGoTo: (position: number) => void;
  readonly children: ReactNode;
}

/** A sentence in which code stands between backticks. */
function Sentence({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split('`').map((part, at) => {
        const key = `${at} ${part}`;
        return at % 2 === 1 ? <code key={key}>{part}</code> : <span key={key}>{part}</span>;
      })}
    </>
  );
}

/** What the reading of the code has to say: what it cannot take, and what it took from the data. */
export function CodeFindings({ report, onGoTo, children }: Props): ReactElement {
  const { reading, refused, behind } = report;
  const leftOut = reading?.notes.filter(({ code }) => code === 'left-out') ?? [];
  const notes = reading?.notes.filter(({ code }) => code !== 'left-out') ?? [];
  return (
    <div className="code-findings">
      <div className="code-said-of">
        <div role="status" className="code-problems">
          {behind && <p>{codeText.behind}</p>}
          {refused !== undefined && <p className="code-problem">{refused}</p>}
          {reading?.problems.map((problem) => (
            <p key={problem.from} className="code-problem">
              <button type="button" className="code-line" onClick={() => onGoTo(problem.from)}>
                {codeText.line(String(problem.line))}
              </button>{' '}
              <Sentence text={pythonSentence(problem)} />
            </p>
          ))}
        </div>
        {reading && notes.length + leftOut.length > 0 && (
          <ul className="code-notes" aria-label={codeText.notes}>
            {notes.map((note) => (
              <li key={`${note.from} ${note.code}`}>
                <Sentence text={pythonSentence(note)} />
              </li>
            ))}
            {leftOut.length > 0 && (
              <li>
                <Sentence text={codeText.leftOut(leftOut.map(({ data }) => `\`${data.what}\``).join(', '))} />
              </li>
            )}
          </ul>
        )}
      </div>
      <div className="code-actions">{children}</div>
    </div>
  );
}
