import { type ReactElement, useEffect, useId, useState } from 'react';
import { settings } from '../../text/settings.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { refusalOf, setSetting, valueAt, withValue } from './setting.ts';

interface Props {
  /** Where in the document. */
  readonly keys: readonly (string | number)[];
  /** Words that it may be, where it is one of a few. */
  readonly choices?: readonly string[];
  /** What it is set to for a choice; the word itself where absent. */
  readonly onChoose?: (choice: string) => void;
  /** The choice in hand, where the value is not the word itself. */
  readonly chosen?: string;
  /** Its name, where that is not its last key. */
  readonly name?: string;
  /** Whether it may be None. */
  readonly nullable?: boolean;
  readonly disabled: boolean;
}

/** As it is typed: large and small numbers as powers of ten, `None` for null. */
function written(value: unknown): string {
  if (value === null) return settings.none;
  const size = Math.abs(value as number);
  return size >= 1e6 || (size > 0 && size < 1e-4)
    ? (value as number).toExponential().replace('e+', 'e')
    : String(value);
}

function read(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.toLowerCase() === settings.none.toLowerCase()) return null;
  return Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

/** One setting: Keras's name, its value, its meaning in a line, and in place why a value cannot be. */
export function SettingRow(props: Props): ReactElement {
  const { keys, choices, onChoose, nullable, disabled } = props;
  const app = useKernelscope();
  const id = useId();
  const name = props.name ?? String(keys.at(-1));
  const value = useDocument(({ document }) => valueAt(document, keys));
  const shown = written(value);
  const [text, setText] = useState(shown);
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    setText(shown);
    setRefusal(undefined);
  }, [shown]);

  const set = (next: unknown) => {
    if (next === value) return setRefusal(undefined);
    const { document } = app.stores.document.getState();
    const refused = refusalOf(withValue(document, keys, next));
    setRefusal(refused);
    if (refused === undefined) setSetting(app, keys, next);
  };
  const commit = () => set(read(text));
  const described = `${id}-meaning${refusal ? ` ${id}-refusal` : ''}`;
  const common = { id, disabled, 'aria-describedby': described } as const;
  return (
    <div className="setting">
      <label htmlFor={id}>{name}</label>
      {typeof value === 'boolean' ? (
        <input {...common} type="checkbox" checked={value} onChange={(event) => set(event.target.checked)} />
      ) : choices ? (
        <select
          {...common}
          value={props.chosen ?? String(value)}
          onChange={({ target }) => (onChoose ? onChoose(target.value) : set(target.value))}
        >
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          placeholder={nullable ? settings.none : undefined}
          value={text}
          aria-invalid={refusal !== undefined}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key !== 'Escape') return;
            setText(shown);
            setRefusal(undefined);
            event.stopPropagation();
          }}
        />
      )}
      <p className="setting-meaning" id={`${id}-meaning`}>
        {settings.meanings[name]}
      </p>
      {refusal && (
        <p className="field-error" role="alert" id={`${id}-refusal`}>
          {refusal}
        </p>
      )}
    </div>
  );
}
