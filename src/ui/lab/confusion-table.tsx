import { type CSSProperties, type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { formatCount } from '../../scene/format.ts';
import { lab } from '../../text/lab.ts';
import { page } from '../../text/page.ts';

export interface Cell {
  readonly truth: number;
  readonly predicted: number;
}

interface Props {
  /** `counts[truth][prediction]` */
  readonly counts: readonly (readonly number[])[];
  readonly names: readonly string[];
  readonly chosen: Cell | undefined;
  readonly onChoose: (cell: Cell) => void;
}

const MOVES: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** How often each class is taken for each: a grid of buttons, one stop for Tab and arrow keys within. */
export function ConfusionTable({ counts, names, chosen, onChoose }: Props): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>({ truth: 0, predicted: 0 });
  const move = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const within = (place: number) => Math.min(counts.length - 1, Math.max(0, place));
    const next = { truth: within(at.truth + by[0]), predicted: within(at.predicted + by[1]) };
    setAt(next);
    table
      .current!.querySelectorAll<HTMLElement>('td button')
      [next.truth * counts.length + next.predicted]?.focus();
  };
  return (
    <table
      className="confusion-table"
      data-words={names.some((name) => name.length > 2) || undefined}
      ref={table}
      onKeyDown={move}
    >
      <caption className="spoken">{page.confusion.table}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col" title={name}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, truth) => {
          const total = Math.max(
            1,
            row.reduce((sum, count) => sum + count, 0),
          );
          return (
            <tr key={names[truth]}>
              <th scope="row" title={names[truth]}>
                {names[truth]}
              </th>
              {row.map((count, predicted) => {
                const cell = { truth, predicted };
                const isChosen = chosen?.truth === truth && chosen.predicted === predicted;
                return (
                  <td
                    key={names[predicted]}
                    data-right={predicted === truth || undefined}
                    style={{ '--share': `${Math.round((count / total) * 40)}%` } as CSSProperties}
                  >
                    <button
                      type="button"
                      tabIndex={at.truth === truth && at.predicted === predicted ? 0 : -1}
                      aria-pressed={isChosen}
                      aria-label={lab.mistakes.cell(formatCount(count), names[truth]!, names[predicted]!)}
                      onFocus={() => setAt(cell)}
                      onClick={() => count > 0 && onChoose(cell)}
                    >
                      {count > 0 ? formatCount(count) : ''}
                    </button>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
