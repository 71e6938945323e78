import { type ReactElement, useState } from 'react';
import { setModelInput } from '../../model/edit/rewire.ts';
import { builder } from '../../text/builder.ts';
import { useDocument, useKernelscope } from '../context.ts';
import type { Ask, Asked } from './asked.ts';
import { edit } from './edit.ts';
import { RefusingForm } from './refusing-form.tsx';
import { tryOut } from './trial.ts';
import { readFreeSizes, writtenSizes } from './values.ts';

/** The model's input: its shape, None where a size is free, and the rows of a batch where they are fixed. */
export function InputForm({ asked, ask }: { readonly asked: Asked; readonly ask: Ask }): ReactElement {
  const app = useKernelscope();
  const document = useDocument((state) => state.document);
  const { input_shape: now, batch_size: rows } = document.model;
  const [shape, setShape] = useState(writtenSizes(now));
  const [batch, setBatch] = useState(writtenSizes([rows ?? null]));
  const sizes = readFreeSizes(shape);
  const fixed = readFreeSizes(batch);
  const make = (from: typeof document) => setModelInput(from, sizes!, fixed![0] ?? undefined);
  const refused =
    !sizes || fixed?.length !== 1 ? builder.input.notSizes : tryOut(() => make(document)).refused;
  const apply = async () => {
    const label = builder.done.set('input', 'shape', writtenSizes(sizes!));
    const answer = await edit(app, { make, label });
    if (answer !== undefined) ask({ ...asked, what: 'refusal', said: answer });
  };
  return (
    <RefusingForm
      asked={asked}
      ask={ask}
      title={builder.input.title}
      fields={[
        { label: builder.input.shape, value: shape, onChange: setShape },
        { label: builder.input.batch, value: batch, onChange: setBatch },
      ]}
      apply={builder.input.apply}
      refused={refused}
      onApply={() => void apply()}
    />
  );
}
