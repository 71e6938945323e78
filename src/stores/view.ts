import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Focus } from '../model/document.ts';
import type { ViewState } from './state.ts';

export function createViewStore(): StoreApi<ViewState> {
  return createStore<ViewState>(() => ({
    open: undefined,
    aspect: undefined,
    hover: undefined,
    cell: undefined,
    playing: true,
    speed: 8,
    trail: [],
    weight: undefined,
    compare: undefined,
    theme: 'auto',
    language: 'auto',
    spoken: 'en',
    projector: false,
  }));
}

/** The one focus: what the pointer is over, else the last why, else the chosen cell, which the playhead moves. */
export function focusOf(view: Pick<ViewState, 'hover' | 'trail' | 'cell'>): Focus | undefined {
  return view.hover ?? view.trail.at(-1) ?? view.cell;
}

/** True where both name the same cell. */
export function sameFocus(one: Focus | undefined, other: Focus | undefined): boolean {
  if (one === other) return true;
  if (
    !one ||
    !other ||
    one.layer !== other.layer ||
    one.step !== other.step ||
    one.index.length !== other.index.length
  )
    return false;
  return one.index.every((position, axis) => position === other.index[axis]);
}
