import { editedLayers, editsOf } from '../../stores/weight-edits.ts';
import type { Begin, GoalNamed } from './check.ts';

export const editWeights: Begin<GoalNamed<'edit-weights'>> = ({ layer }, { trace }) => {
  const before = trace.getState().weights.get(layer);
  return () => {
    const state = trace.getState();
    const edits = editsOf(state);
    const changed = state.weights.get(layer) !== before;
    return { met: changed && edits !== undefined && editedLayers(edits).includes(layer) };
  };
};
