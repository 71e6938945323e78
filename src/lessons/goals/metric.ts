import { lastOfRun } from '../../stores/run.ts';
import { type Begin, type GoalNamed, within } from './check.ts';

export const metric: Begin<GoalNamed<'metric'>> =
  ({ name, ...range }, { run }) =>
  () => ({ met: within(lastOfRun(run.getState(), name), range) });
