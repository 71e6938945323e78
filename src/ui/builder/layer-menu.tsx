import { type ReactElement, useState } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { moveLayer, removeLayer } from '../../model/edit/layers.ts';
import { builder } from '../../text/builder.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { type Ask, type Asked, headerOf, positionOf } from './asked.ts';
import { Beside } from './beside.tsx';
import { duplicate, moveBy, remove } from './layer-edits.ts';
import { tryOut } from './trial.ts';

type Choice = 'insert' | 'rename' | 'duplicate' | 'left' | 'right' | 'remove';

const KEYS: Readonly<Record<Choice, string>> = {
  insert: 'Insert',
  rename: 'F2',
  duplicate: 'Ctrl D',
  left: 'Alt ←',
  right: 'Alt →',
  remove: 'Delete',
};

/** Whether the layers stand one below the other. */
function isColumn(header: Element): boolean {
  const slot = header.closest('.layer-slot')!;
  const other = slot.nextElementSibling ?? slot.previousElementSibling;
  return other?.getBoundingClientRect().left === slot.getBoundingClientRect().left;
}

/** What can be done to one layer, with the keys that do it; what the gate refuses says why. */
export function LayerMenu({ asked, ask }: { readonly asked: Asked; readonly ask: Ask }): ReactElement {
  const app = useKernelscope();
  const { document, network } = useDocument((state) => state);
  const { layer } = asked;
  const at = positionOf(network, layer);
  const last = network.layers.length - 1;
  // Asked once, as the menu opens.
  const [refused] = useState((): Partial<Record<Choice, string | undefined>> => {
    const moved = (to: number) => tryOut(() => moveLayer(document, layer, to), layer).refused;
    return {
      left: at > 0 ? moved(at - 1) : undefined,
      right: at < last ? moved(at + 1) : undefined,
      remove: tryOut(() => removeLayer(document, layer), layer).refused,
    };
  });
  const ends: readonly Choice[] = [
    ...(at <= 0 ? ['left' as const] : []),
    ...(at >= last ? ['right' as const] : []),
  ];
  const anchor = headerOf(layer) ?? asked.anchor;
  const column = isColumn(anchor);
  const labels = { ...builder.menu, ...(column && { left: builder.menu.up, right: builder.menu.down }) };
  const keys = { ...KEYS, ...(column && { left: 'Alt ↑', right: 'Alt ↓' }) };
  const actions: Readonly<Record<Choice, () => Promise<string | undefined> | undefined>> = {
    insert: () => void ask({ what: 'palette', layer, anchor }),
    rename: () => void ask({ what: 'rename', layer, anchor }),
    duplicate: () => duplicate(app, layer),
    left: () => moveBy(app, layer, -1),
    right: () => moveBy(app, layer, 1),
    remove: () => remove(app, layer),
  };
  const choose = (choice: Choice) => {
    ask(undefined);
    void actions[choice]()?.then((said) => {
      if (said !== undefined) ask({ what: 'refusal', layer, anchor, said });
    });
  };
  const choices = Object.keys(KEYS) as Choice[];
  return (
    <Beside anchor={asked.anchor} onClose={() => ask(undefined)}>
      <Menu
        className="menu layer-actions"
        aria-label={builder.menu.title(layer)}
        autoFocus="first"
        disabledKeys={choices.filter((choice) => refused[choice] !== undefined || ends.includes(choice))}
        onAction={(key) => choose(key as Choice)}
      >
        {choices.map((choice) => (
          <MenuItem key={choice} id={choice} className="menu-item" textValue={labels[choice]}>
            <span className="menu-label">{labels[choice]}</span>
            <Keyboard className="menu-keys">{keys[choice]}</Keyboard>
            {refused[choice] !== undefined && <span className="menu-note">{refused[choice]}</span>}
          </MenuItem>
        ))}
      </Menu>
    </Beside>
  );
}
