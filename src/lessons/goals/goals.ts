import type { Stores } from '../../stores/stores.ts';
import type { Begin, Check, GoalNamed } from './check.ts';
import { compare } from './compare.ts';
import { editWeights } from './edit-weights.ts';
import type { Goal } from './goal.ts';
import { kernel } from './kernel.ts';
import { look } from './look.ts';
import { metric } from './metric.ts';
import { probe } from './probe.ts';
import { set } from './set.ts';
import { train } from './train.ts';
import { value } from './value.ts';
import { visit } from './visit.ts';

const GOALS: { readonly [Name in Goal['goal']]: Begin<GoalNamed<Name>> } = {
  look,
  visit,
  train,
  'edit-weights': editWeights,
  kernel,
  set,
  value,
  metric,
  probe,
  compare,
};

/** Begins to look for a goal on the page. */
export function beginGoal(goal: Goal, stores: Stores): Check {
  return (GOALS[goal.goal] as Begin<Goal>)(goal, stores);
}
