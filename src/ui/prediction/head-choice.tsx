import type { ReactElement } from 'react';
import { page } from '../../text/page.ts';
import { Segments } from '../controls/segments.tsx';
import { SelectField } from '../controls/select.tsx';

/** Heads that stand side by side; more are in a list. */
const FEW = 3;

/** Which of a network's outputs is looked at. */
export function HeadChoice({
  outputs,
  value,
  onChange,
}: {
  readonly outputs: readonly string[];
  readonly value: string;
  readonly onChange: (output: string) => void;
}): ReactElement {
  const label = page.prediction.head;
  if (outputs.length > FEW)
    return <SelectField label={label} options={outputs} value={value} disabled={false} onChange={onChange} />;
  return (
    <Segments
      label={label}
      options={outputs.map((name) => [name, name] as const)}
      value={value}
      onChange={onChange}
    />
  );
}
