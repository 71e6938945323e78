import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { renameLayer } from '../../model/edit/rename.ts';
import { builder } from '../../text/builder.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { type Ask, type Asked, focusHeader } from './asked.ts';
import { Beside } from './beside.tsx';
import { rename } from './layer-edits.ts';
import { tryOut } from './trial.ts';

/** A layer's new name; what cannot be one says why while it is typed. */
export function Rename({ asked, ask }: { readonly asked: Asked; readonly ask: Ask }): ReactElement {
  const app = useKernelscope();
  const document = useDocument((state) => state.document);
  const { layer, anchor } = asked;
  const [name, setName] = useState(layer);
  const said = useId();
  const { refused } = tryOut(() => renameLayer(document, layer, name), name);
  const apply = async (event: FormEvent) => {
    event.preventDefault();
    if (refused !== undefined) return;
    ask(undefined);
    if (name !== layer) await rename(app, layer, name);
    focusHeader(name || layer);
  };
  return (
    <Beside anchor={anchor} onClose={() => ask(undefined)} className="rename">
      <Dialog className="rename-dialog" aria-label={builder.menu.rename}>
        <form onSubmit={apply}>
          <label className="field">
            {builder.rename.label}
            <input
              // The reader asked for it: the keys go there.
              autoFocus
              value={name}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={refused !== undefined}
              aria-describedby={said}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <Button type="submit" disabled={refused !== undefined}>
            {builder.rename.apply}
          </Button>
          <p id={said} role="alert" className="field-error">
            {refused}
          </p>
        </form>
      </Dialog>
    </Beside>
  );
}
