import { type ReactElement, useState } from 'react';
import { renameLayer } from '../../model/edit/rename.ts';
import { builder } from '../../text/builder.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { type Ask, type Asked, focusHeader } from './asked.ts';
import { rename } from './layer-edits.ts';
import { RefusingForm } from './refusing-form.tsx';
import { tryOut } from './trial.ts';

/** A layer's new name; what cannot be one says why while it is typed. */
export function Rename({ asked, ask }: { readonly asked: Asked; readonly ask: Ask }): ReactElement {
  const app = useKernelscope();
  const document = useDocument((state) => state.document);
  const { layer } = asked;
  const [name, setName] = useState(layer);
  const { refused } = tryOut(() => renameLayer(document, layer, name), name);
  const apply = async () => {
    if (name !== layer) await rename(app, layer, name);
    focusHeader(name || layer);
  };
  return (
    <RefusingForm
      asked={asked}
      ask={ask}
      title={builder.menu.rename}
      fields={[{ label: builder.rename.label, value: name, onChange: setName }]}
      apply={builder.rename.apply}
      refused={refused}
      onApply={() => void apply()}
    />
  );
}
