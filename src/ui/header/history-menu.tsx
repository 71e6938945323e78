import { type FormEvent, type ReactElement, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { named } from '../../stores/document.ts';
import type { DocumentState } from '../../stores/state.ts';
import { builder } from '../../text/builder.ts';
import { historyText } from '../../text/history.ts';
import { spokenName } from '../../text/names.ts';
import { attempt, type Kernelscope, useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';

interface State {
  /** How many states come before it. */
  readonly at: number;
  /** What led to it. */
  readonly change: string;
}

/** All states, oldest first. */
function statesOf({ document, past, future }: DocumentState): State[] {
  const first = past[0]?.document ?? document;
  const changes = [...past, ...future].map(({ change }) => change);
  return [historyText.opened(spokenName(first.title)), ...changes].map((change, at) => ({ change, at }));
}

/** Step by step, as undo and redo go: weights come back with their documents. */
async function goTo({ scope, stores }: Kernelscope, state: number): Promise<void> {
  const at = () => stores.document.getState().past.length;
  while (at() > state && (await scope.undo()));
  while (at() < state && (await scope.redo()));
}

function NameForm({ name }: { readonly name: string }): ReactElement {
  const { stores } = useKernelscope();
  const [typed, setTyped] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const next = typed.trim();
    if (next === '') return;
    stores.document.setState((state) => named(state, next));
    setTyped('');
  };
  return (
    <form className="history-name" onSubmit={save}>
      <input
        aria-label={builder.history.nameLabel}
        placeholder={builder.history.name}
        title={name}
        maxLength={80}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={typed.trim() === ''}>
        {builder.history.save}
      </Button>
    </form>
  );
}

/** Every state that undo and redo can bring back, newest first; the one in hand can be named. */
export function HistoryMenu(): ReactElement {
  const app = useKernelscope();
  const state = useDocument((now) => now);
  const states = statesOf(state);
  const now = state.past.length;
  return (
    <DialogTrigger>
      <AriaButton
        className="button icon-only"
        aria-label={builder.history.title}
        isDisabled={states.length < 2}
      >
        <Icon name="history" />
      </AriaButton>
      <Popover className="popover history" placement="bottom start" aria-label={builder.history.title}>
        <div className="history-dialog">
          <ListBox
            className="menu history-list"
            aria-label={builder.history.title}
            autoFocus
            onAction={(key) => void attempt(app, () => goTo(app, Number(key)))}
          >
            {states
              .map(({ change, at }) => (
                <ListBoxItem
                  key={at}
                  id={String(at)}
                  className="menu-item"
                  textValue={change}
                  data-later={at > now || undefined}
                >
                  {at === now && <Icon name="check" />}
                  <span className="menu-label">{change}</span>
                </ListBoxItem>
              ))
              .toReversed()}
          </ListBox>
          {now > 0 && <NameForm key={now} name={states[now]!.change} />}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
