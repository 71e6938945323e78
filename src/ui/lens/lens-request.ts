import type { Focus } from '../../model/document.ts';
import type { LensRequest } from '../../scene/lens/request.ts';
import type { Stores } from '../../stores/stores.ts';
import { editsOf } from '../../stores/weight-edits.ts';
import { channelNames, stepWords } from '../stage/said-of-probe.ts';
import { chosenWeight } from './chosen-weight.ts';

/** The filter that stands beside the one looked at in a layer's lens. */
export function comparedIn(stores: Stores, layer: string | undefined): number | undefined {
  const { compare } = stores.view.getState();
  return compare?.layer === layer ? compare?.channel : undefined;
}

/** What the lens of a cell is asked, but for its size; undefined before there is a trace. */
export function lensRequest(
  stores: Stores,
  { layer, index, step }: Focus,
): Omit<LensRequest, 'width' | 'height'> | undefined {
  const state = stores.trace.getState();
  if (!state.trace) return undefined;
  return {
    network: stores.document.getState().network,
    trace: state.trace,
    weights: state.weights,
    layer,
    index,
    step,
    words: stepWords(stores),
    channels: channelNames(stores),
    trained: editsOf(state)?.trained,
    chosen: stores.view.getState().weight && chosenWeight(stores),
    compare: comparedIn(stores, layer),
  };
}
