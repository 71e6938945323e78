import { type ReactElement, useEffect, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly width: number;
  readonly disabled: boolean;
  /** False where the number is refused: the field says so and keeps what was typed. */
  readonly accepts: (value: number) => boolean;
  readonly onChange: (value: number) => void;
  readonly refusal: string;
}

/** A number that takes effect when it is left or with Enter. */
export function NumberField({
  label,
  value,
  width,
  disabled,
  accepts,
  onChange,
  refusal,
}: Props): ReactElement {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const number = Number(text);
  const valid = text.trim() !== '' && accepts(number);
  const commit = () => {
    if (valid && number !== value) onChange(number);
  };
  return (
    <label className="field">
      {label}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        style={{ width }}
        value={text}
        disabled={disabled}
        aria-invalid={!valid}
        title={valid ? undefined : refusal}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') {
            setText(String(value));
            event.stopPropagation();
          }
        }}
      />
      {!valid && (
        <span role="alert" className="field-error">
          {refusal}
        </span>
      )}
    </label>
  );
}
