import { flatIndex } from '../../base/tensor.ts';
import { type Begin, type GoalNamed, within } from './check.ts';

export const value: Begin<GoalNamed<'value'>> =
  ({ layer, index, ...range }, { trace }) =>
  () => {
    const output = trace.getState().trace?.layers.get(layer)?.output;
    if (!output || output.shape.length !== index.length) return { met: false };
    return { met: within(output.data[flatIndex(output.shape, index)], range) };
  };
