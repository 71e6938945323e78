import type { Begin, GoalNamed } from './check.ts';

export const probe: Begin<GoalNamed<'probe'>> = (_, { trace, document }) => {
  const before = trace.getState().probe.input;
  const model = document.getState().document.model;
  return () => {
    // Another model brings a probe of its own.
    const same = document.getState().document.model.input_shape.join() === model.input_shape.join();
    return { met: same && trace.getState().probe.input !== before };
  };
};
