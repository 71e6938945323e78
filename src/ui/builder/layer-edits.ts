import { duplicateLayer, insertLayer, moveLayer, removeLayer } from '../../model/edit/layers.ts';
import { renameLayer } from '../../model/edit/rename.ts';
import type { LayerKind } from '../../model/layers/kinds.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { builder } from '../../text/builder.ts';
import type { Kernelscope } from '../context.ts';
import { focusHeader, positionOf } from './asked.ts';
import { type Edit, edit } from './edit.ts';

/** What the keys, the menu, the palette and dragging do. Each resolves to the gate's sentence where it refuses. */
type Answer = Promise<string | undefined>;

async function then(app: Kernelscope, change: Edit, focus: () => string): Answer {
  const refused = await edit(app, change);
  if (refused === undefined) focusHeader(focus());
  return refused;
}

const networkOf = (app: Kernelscope) => app.stores.document.getState().network;

export function insert(app: Kernelscope, at: number, kind: LayerKind): Answer {
  const change = { make: insertion(at, kind), label: builder.done.insert(kind) };
  return then(app, change, () => networkOf(app).layers[at]?.name ?? INPUT_NAME);
}

export const insertion =
  (at: number, kind: LayerKind): Edit['make'] =>
  (document) =>
    insertLayer(document, at, kind);

export function remove(app: Kernelscope, name: string): Answer {
  const at = positionOf(networkOf(app), name);
  const change: Edit = {
    make: (document) => removeLayer(document, name),
    label: builder.done.remove(name),
    of: name,
    about: name,
  };
  const next = () => {
    const { layers } = networkOf(app);
    return layers[Math.min(at, layers.length - 1)]?.name ?? INPUT_NAME;
  };
  return then(app, change, next);
}

export function move(app: Kernelscope, name: string, to: number): Answer {
  const change: Edit = {
    make: (document) => moveLayer(document, name, to),
    label: builder.done.move(name),
    of: name,
    about: name,
  };
  return then(app, change, () => name);
}

/** One place towards the input (-1) or the output (1); at the ends nothing. */
export async function moveBy(app: Kernelscope, name: string, by: number): Answer {
  const { layers } = networkOf(app);
  const to = layers.findIndex((layer) => layer.name === name) + by;
  return to < 0 || to >= layers.length ? undefined : move(app, name, to);
}

export function duplicate(app: Kernelscope, name: string): Answer {
  const at = positionOf(networkOf(app), name) + 1;
  const change: Edit = {
    make: (document) => duplicateLayer(document, name),
    label: builder.done.duplicate(name),
    of: name,
  };
  return then(app, change, () => networkOf(app).layers[at]?.name ?? name);
}

export function rename(app: Kernelscope, name: string, next: string): Answer {
  return edit(app, {
    make: (document) => renameLayer(document, name, next),
    label: builder.done.rename(name, next),
    of: name,
    about: next,
    renamed: { [name]: next },
  });
}
