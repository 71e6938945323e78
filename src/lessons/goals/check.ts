import type { Stores } from '../../stores/stores.ts';
import type { Goal } from './goal.ts';

/** How far the page is from a goal. */
export interface Reached {
  readonly met: boolean;
  /** Where it takes several: how many are done, of how many. */
  readonly done?: number;
  readonly of?: number;
}

/** Asked whenever something on the page has changed; what has happened in between it may remember. */
export type Check = () => Reached;

/** Begins to look: what follows is compared with the page as it is now. */
export type Begin<G extends Goal> = (goal: G, stores: Stores) => Check;

export type GoalNamed<Name extends Goal['goal']> = Extract<Goal, { readonly goal: Name }>;

/** Whether a number lies where a goal wants it. */
export function within(
  value: number | undefined,
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number },
): boolean {
  return value !== undefined && value >= min && value <= max;
}
