import { type ReactElement, useId } from 'react';

interface Props {
  readonly label: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is there or not. */
export function Check({ label, note, checked, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="share-check">
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={note && id}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {note && (
        <span className="share-check-note" id={id}>
          {note}
        </span>
      )}
    </div>
  );
}

interface ListProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly name: (option: T) => string;
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Any of a few, in one row. */
export function CheckList<T extends string>({
  label,
  options,
  name,
  chosen,
  onChange,
}: ListProps<T>): ReactElement {
  return (
    <fieldset className="share-check-list">
      <legend>{label}</legend>
      {options.map((option) => (
        <Check
          key={option}
          label={name(option)}
          checked={chosen.includes(option)}
          onChange={(checked) =>
            onChange(options.filter((other) => (other === option ? checked : chosen.includes(other))))
          }
        />
      ))}
    </fieldset>
  );
}
