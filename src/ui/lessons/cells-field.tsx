import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import type { Form } from '../../lessons/question.ts';
import { formatCount } from '../../scene/format.ts';
import { lessonText } from '../../text/lesson.ts';
import { cellLook, cellText, largest } from './cell-look.ts';

interface Props {
  readonly form: Extract<Form, { readonly type: 'cells' }>;
  readonly chosen: readonly number[];
  readonly still: boolean;
  readonly onChange: (chosen: readonly number[]) => void;
}

/** A grid of cells to choose from. One of them is in the order of Tab; arrow keys go to the others. */
export function CellsField({ form, chosen, still, onChange }: Props): ReactElement {
  const { rows, columns, values = [], marked = [] } = form;
  const [at, setAt] = useState(0);
  const group = useRef<HTMLFieldSetElement>(null);
  const most = largest(values);
  const worded = values.some((value) => typeof value === 'string' && value.length > 3);
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at % columns > 0 ? -1 : 0,
    ArrowRight: at % columns < columns - 1 ? 1 : 0,
    ArrowUp: at >= columns ? -columns : 0,
    ArrowDown: at + columns < rows * columns ? columns : 0,
    Home: -at,
    End: rows * columns - 1 - at,
  };
  const move = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setAt(at + by);
    group.current?.querySelectorAll<HTMLElement>('button')[at + by]?.focus();
  };
  const toggle = (cell: number) => {
    setAt(cell);
    if (still || marked.includes(cell)) return;
    onChange(chosen.includes(cell) ? chosen.filter((other) => other !== cell) : [...chosen, cell]);
  };
  const nameOf = (cell: number) => {
    const value = cellText(values[cell]);
    const place = formatCount((cell % columns) + 1);
    const name =
      rows === 1
        ? lessonText.place(place, value)
        : lessonText.cell(formatCount(Math.floor(cell / columns) + 1), place, value);
    return marked.includes(cell) ? `${name}, ${lessonText.marked}` : name;
  };
  return (
    <fieldset
      className="cells-field"
      data-worded={worded || undefined}
      data-dense={columns > 10 || undefined}
      style={worded ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 36px))` }}
      aria-label={lessonText.cells}
      ref={group}
    >
      {Array.from({ length: rows * columns }, (_, cell) => cell).map((cell) => (
        <button
          key={cell}
          type="button"
          className="cell"
          tabIndex={cell === at ? 0 : -1}
          aria-pressed={chosen.includes(cell)}
          aria-label={nameOf(cell)}
          data-marked={marked.includes(cell) || undefined}
          style={cellLook(values[cell], most)}
          onClick={() => toggle(cell)}
          onKeyDown={move}
        >
          {cellText(values[cell])}
        </button>
      ))}
    </fieldset>
  );
}
