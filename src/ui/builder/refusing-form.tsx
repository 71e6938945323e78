import { type FormEvent, type ReactElement, useId } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Button } from '../controls/button.tsx';
import type { Ask, Asked } from './asked.ts';
import { Beside } from './beside.tsx';

interface Field {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

interface Props {
  readonly asked: Asked;
  readonly ask: Ask;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly apply: string;
  /** Why what is typed cannot be taken. */
  readonly refused: string | undefined;
  readonly onApply: () => void;
}

/** A few texts beside what they are about; what cannot be taken says why while it is typed. */
export function RefusingForm({ asked, ask, title, fields, apply, refused, onApply }: Props): ReactElement {
  const said = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refused !== undefined) return;
    ask(undefined);
    onApply();
  };
  return (
    <Beside anchor={asked.anchor} onClose={() => ask(undefined)} className="rename">
      <Dialog className="rename-dialog" aria-label={title}>
        <form onSubmit={submit}>
          {fields.map(({ label, value, onChange }, at) => (
            <label key={label} className="field">
              {label}
              <input
                // The reader asked for it: the keys go there.
                autoFocus={at === 0}
                value={value}
                autoComplete="off"
                spellCheck={false}
                aria-invalid={refused !== undefined}
                aria-describedby={said}
                onFocus={(event) => event.target.select()}
                onChange={(event) => onChange(event.target.value)}
              />
            </label>
          ))}
          <Button type="submit" disabled={refused !== undefined}>
            {apply}
          </Button>
          <p id={said} role="alert" className="field-error">
            {refused}
          </p>
        </form>
      </Dialog>
    </Beside>
  );
}
