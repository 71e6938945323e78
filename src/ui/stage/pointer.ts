import { channelAxisOf } from '../../model/channel-axis.ts';
import type { Focus } from '../../model/document.ts';
import { INPUT_NAME, type Network } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';
import type { Target } from '../../scene/marks.ts';
import type { Stores } from '../../stores/stores.ts';
import { enlargedBy } from '../projector.ts';
import { hover, openLens, pin, pinned, why } from '../view-actions.ts';

/** A position on the sheet, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export function placeOn(sheet: HTMLElement, event: MouseEvent): Place {
  const box = sheet.getBoundingClientRect();
  const by = enlargedBy();
  return { x: (event.clientX - box.left) / by, y: (event.clientY - box.top) / by };
}

function focusOfTarget(target: Target | undefined): Focus | undefined {
  if (target?.type !== 'cell') return undefined;
  const { layer, index, step } = target;
  return { layer, index, ...(step !== undefined && { step }) };
}

/** What choosing a target does: a layer or a map opens its lens, a cell of the open lens is pinned, a term is asked why. */
function choose(stores: Stores, target: Target): void {
  const { open } = stores.view.getState();
  const { network } = stores.document.getState();
  if (target.type === 'weight') {
    // In the open lens a weight is set by hand (`listenToWeights`); a kernel on the stage opens the lens of its filter.
    const shape = network.byName.get(target.layer)?.outputShape;
    if (target.layer !== open && shape)
      openLens(
        stores,
        target.layer,
        withChannel(network, { layer: target.layer, index: shape.map(() => 0) }, target.index.at(-1)!),
      );
    return;
  }
  if (target.type === 'layer') {
    openLens(stores, target.layer);
    return;
  }
  if (target.type === 'map') {
    const shape = network.byName.get(target.layer)?.outputShape;
    if (!shape) return;
    const layer = target.layer;
    const from = layer === open ? pinned(stores) : { layer, index: shape.map(() => 0) };
    const index = withChannel(network, from, target.channel);
    if (layer === open) pin(stores, { layer, index });
    else openLens(stores, layer, index);
    return;
  }
  if (target.layer === open) {
    stores.view.setState({ playing: false });
    pin(stores, focusOfTarget(target)!);
    return;
  }
  const inputs = open === undefined ? [] : (network.byName.get(open)?.inputs ?? []);
  if (inputs.some((read) => partOf(read).layer === target.layer)) why(stores, target);
  else if (target.layer !== INPUT_NAME) openLens(stores, target.layer, target.index);
}

function withChannel(network: Network, { layer, index }: Focus, channel: number): number[] {
  return index.with(channelAxisOf(network, layer), channel);
}

/** Hover and choice by pointer. `at` answers what stands at a place. Returns the function that takes it off. */
export function listenToPointer(
  sheet: HTMLElement,
  stores: Stores,
  at: (place: Place) => Target | undefined,
): () => void {
  const placeOf = (event: MouseEvent) => placeOn(sheet, event);
  const moved = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const target = at(placeOf(event));
    sheet.classList.toggle('can-choose', target !== undefined);
    hover(stores, focusOfTarget(target));
  };
  const left = () => hover(stores, undefined);
  const chosen = (event: MouseEvent) => {
    const target = at(placeOf(event));
    if (target) choose(stores, target);
  };
  sheet.addEventListener('pointermove', moved);
  sheet.addEventListener('pointerleave', left);
  sheet.addEventListener('click', chosen);
  return () => {
    sheet.removeEventListener('pointermove', moved);
    sheet.removeEventListener('pointerleave', left);
    sheet.removeEventListener('click', chosen);
  };
}
