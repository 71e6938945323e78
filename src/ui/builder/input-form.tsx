import { type FormEvent, type ReactElement, useId, useLayoutEffect, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { setModelInput } from '../../model/edit/rewire.ts';
import { builder } from '../../text/builder.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import type { Ask, Asked } from './asked.ts';
import { Beside } from './beside.tsx';
import { edit } from './edit.ts';
import { tryOut } from './trial.ts';
import { readFreeSizes, writtenSizes } from './values.ts';

/** The model's input: its shape, None where a size is free, and the rows of a batch where they are fixed. */
export function InputForm({ asked, ask }: { readonly asked: Asked; readonly ask: Ask }): ReactElement {
  const app = useKernelscope();
  const document = useDocument((state) => state.document);
  const { input_shape: now, batch_size: rows } = document.model;
  const [shape, setShape] = useState(writtenSizes(now));
  const [batch, setBatch] = useState(writtenSizes([rows ?? null]));
  const said = useId();
  // The reader asked for it: the keys go there.
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const sizes = readFreeSizes(shape);
  const fixed = readFreeSizes(batch);
  const make = (from: typeof document) => setModelInput(from, sizes!, fixed![0] ?? undefined);
  const refused =
    !sizes || fixed?.length !== 1 ? builder.input.notSizes : tryOut(() => make(document)).refused;
  const apply = async (event: FormEvent) => {
    event.preventDefault();
    if (refused !== undefined) return;
    ask(undefined);
    const label = builder.done.set('input', 'shape', writtenSizes(sizes!));
    const answer = await edit(app, { make, label });
    if (answer !== undefined) ask({ ...asked, what: 'refusal', said: answer });
  };
  const field = (label: string, value: string, change: (text: string) => void, ref?: typeof first) => (
    <label className="field">
      {label}
      <input
        ref={ref}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={refused !== undefined}
        aria-describedby={said}
        onFocus={(event) => event.target.select()}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
  return (
    <Beside anchor={asked.anchor} onClose={() => ask(undefined)} className="rename">
      <Dialog className="rename-dialog" aria-label={builder.input.title}>
        <form onSubmit={apply}>
          {field(builder.input.shape, shape, setShape, first)}
          {field(builder.input.batch, batch, setBatch)}
          <Button type="submit" disabled={refused !== undefined}>
            {builder.input.apply}
          </Button>
          <p id={said} role="alert" className="field-error">
            {refused}
          </p>
        </form>
      </Dialog>
    </Beside>
  );
}
