import { type ReactElement, useEffect, useState } from 'react';
import { shownNumber, typedNumber } from './typed-number.ts';

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

/** Short enough for its field: very large and very small numbers as powers of ten. */
function written(value: number): string {
  const size = Math.abs(value);
  return shownNumber(
    size >= 1e6 || (size > 0 && size < 1e-5) ? value.toExponential().replace('e+', 'e') : String(value),
  );
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
  const [text, setText] = useState(written(value));
  useEffect(() => setText(written(value)), [value]);
  const number = typedNumber(text);
  // What the document holds has passed its gate, also where this field would not have offered it.
  const valid = !Number.isNaN(number) && (number === value || accepts(number));
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
            setText(written(value));
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
