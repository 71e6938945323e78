import type { ReactElement } from 'react';
import { SelectField } from '../../controls/select.tsx';

interface Props<T extends string> {
  readonly label: string;
  /** What each is called. */
  readonly names: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few that are called otherwise than they are written. */
export function Choice<T extends string>({ label, names, value, onChange }: Props<T>): ReactElement {
  return (
    <SelectField
      label={label}
      options={Object.keys(names) as T[]}
      name={(key) => names[key]}
      value={value}
      disabled={false}
      onChange={onChange}
    />
  );
}
