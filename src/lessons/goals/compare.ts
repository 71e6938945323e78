import { doneModels } from '../../stores/comparison.ts';
import type { Begin, GoalNamed } from './check.ts';

export const compare: Begin<GoalNamed<'compare'>> = ({ models = 2 }, { comparison }) => {
  const before = comparison.getState();
  return () => {
    const now = comparison.getState();
    const done = doneModels(now).length;
    return {
      met: now !== before && now.status === 'idle' && done >= models,
      done: Math.min(now === before ? 0 : done, models),
      of: models,
    };
  };
};
