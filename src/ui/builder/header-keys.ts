import type { KeyboardEvent } from 'react';
import { INPUT_NAME } from '../../model/network.ts';
import type { Kernelscope } from '../context.ts';
import { type Ask, headerOf } from './asked.ts';
import { duplicate, moveBy, remove } from './layer-edits.ts';

type Action = (app: Kernelscope, layer: string) => Promise<string | undefined>;

const ACTIONS: Readonly<Record<string, Action>> = {
  Delete: remove,
  'Alt+ArrowLeft': (app, layer) => moveBy(app, layer, -1),
  'Alt+ArrowUp': (app, layer) => moveBy(app, layer, -1),
  'Alt+ArrowRight': (app, layer) => moveBy(app, layer, 1),
  'Alt+ArrowDown': (app, layer) => moveBy(app, layer, 1),
  'Ctrl+d': duplicate,
};

const ASKS: Readonly<Record<string, 'palette' | 'rename'>> = {
  Insert: 'palette',
  '+': 'palette',
  F2: 'rename',
};

function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${plain}`;
}

/** The keys of a layer's name, and of the buttons beside it. */
export function listenToHeaderKeys(app: Kernelscope, ask: Ask): (event: KeyboardEvent) => void {
  return (event) => {
    const slot = (event.target as Element).closest('.layer-slot');
    const layer = slot?.querySelector<HTMLElement>('[data-layer]')?.dataset.layer;
    if (layer === undefined) return;
    const name = nameOf(event);
    const what = ASKS[name];
    const action = ACTIONS[name];
    const own = layer === INPUT_NAME;
    if (what ? own && what === 'rename' : !action || own) return;
    event.preventDefault();
    const anchor = headerOf(layer)!;
    if (what) return ask({ what, layer, anchor });
    void action!(app, layer).then((said) => {
      if (said !== undefined) ask({ what: 'refusal', layer, anchor, said });
    });
  };
}
