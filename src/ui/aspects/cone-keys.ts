import type { Stores } from '../../stores/stores.ts';
import { openLens, pin, pinned } from '../view-actions.ts';
import { aspectScenes } from './load-aspects.ts';

/** With a cone in the lens: along its steps, and to the layer above or below. False where there is none. */
export function moveInCone(stores: Stores, axis: 'row' | 'col' | 'channel', by: number): boolean {
  const { open, aspect } = stores.view.getState();
  if (open === undefined || aspect !== 'cone' || axis === 'channel') return false;
  const { network } = stores.document.getState();
  const moved = aspectScenes(() => undefined)?.movedInCone(
    network,
    pinned(stores),
    axis === 'row' ? 'level' : 'step',
    by,
  );
  if (!moved) return false;
  if (moved.layer === open) pin(stores, moved);
  else openLens(stores, moved.layer, moved.index);
  return true;
}
