import { type ReactElement, useId, useRef, useState } from 'react';
import { share } from '../../text/share.ts';
import { Button } from '../controls/button.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly note?: string | undefined;
}

/** A text that is there to be copied; where the browser refuses, it is selected for the reader to do it. */
export function CopyField({ label, value, rows, note }: Props): ReactElement {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState({ of: value, text: '' });
  // Another text has not been copied yet.
  const told = said.of === value ? said.text : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid({ of: value, text: share.copied });
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid({ of: value, text: share.copyByHand });
    }
  };
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      <span className="copy-said" role="status" data-refused={told === share.copyByHand || undefined}>
        {told === '' ? note : told}
      </span>
      <Button aria-label={`${share.copy}: ${label}`} onClick={() => void copy()}>
        {share.copy}
      </Button>
      <textarea
        id={id}
        ref={field}
        readOnly
        rows={rows}
        spellCheck={false}
        value={value}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}
