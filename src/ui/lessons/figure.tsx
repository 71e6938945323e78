import type { ReactElement } from 'react';
import { figureText } from '../../lessons/figure-text.ts';
import { Cells } from './cells.tsx';
import { usePlayerState } from './use-player.ts';

interface Props {
  /** Name of a figure of the question in hand. */
  readonly of: string;
  readonly as?: 'list' | 'code' | 'grid';
  /** Of a grid. */
  readonly columns?: number;
  readonly label?: string;
}

/** A figure of the question: a number or text in the sentence, or a small matrix of its own. */
export function Figure({ of, as, columns = 1, label }: Props): ReactElement | null {
  const figure = usePlayerState(({ asked }) => asked?.figures[of]);
  if (figure === undefined) return null;
  if (as === 'grid' && typeof figure === 'object')
    return (
      <div className="figure-grid">
        <Cells values={figure} columns={columns} />
        {label && <span className="figure-label">{label}</span>}
      </div>
    );
  const text = figureText(figure, as === 'list' ? 'list' : undefined);
  if (as === 'code') return <code>{text}</code>;
  return (
    <span className="lesson-figure" data-text={typeof figure === 'string' || undefined}>
      {text}
    </span>
  );
}
