import { useStore } from 'zustand/react';
import type { StoreApi } from 'zustand/vanilla';
import type { ScenePart, Step } from '../../lessons/lesson.ts';
import type { PlayerState } from '../../lessons/player.ts';
import { useKernelscope } from '../context.ts';

/** What the page shows beside an open lesson. */
export interface Shown {
  readonly parts: readonly ScenePart[];
  /** `covered`: nothing may be seen of the stage yet; `alone`: nothing stands beside the lesson. */
  readonly place: 'beside' | 'covered' | 'alone';
  /** A question is asked whose model comes once it is answered. */
  readonly asks: boolean;
}

/** A store of nothing, while no lesson is open. */
const CLOSED: StoreApi<PlayerState | undefined> = {
  getState: () => undefined,
  getInitialState: () => undefined,
  setState: () => undefined,
  subscribe: () => () => undefined,
};

/** What a goal cannot be met without. */
const NEEDED: { readonly [goal: string]: ScenePart } = {
  set: 'form',
  train: 'lab',
  metric: 'lab',
  compare: 'compare',
  probe: 'probe',
};

function partsOf(step: Step | undefined, shown: readonly ScenePart[]): readonly ScenePart[] {
  const needed = step?.task?.type === 'do' ? NEEDED[step.task.goal.goal] : undefined;
  return needed === undefined || shown.includes(needed) ? shown : [needed, ...shown];
}

const OPENING: Shown = { parts: ['stage'], place: 'covered', asks: false };

/** What the page shows beside the open lesson; undefined where none is open: all of it. */
export function useShown(): Shown | undefined {
  const { lessons } = useKernelscope();
  const player = useStore(lessons.state, (state) => state.player);
  const loading = useStore(lessons.state, (state) => state.loading !== undefined);
  const store = player?.state ?? CLOSED;
  const at = useStore(store, (state) => state?.at);
  const parts = useStore(store, (state) => state?.show);
  const covered = useStore(store, (state) => state?.covered);
  const opening = useStore(store, (state) => state?.opening);
  if (!player || at === undefined || !parts) return loading ? OPENING : undefined;
  if (opening || covered) return { parts, place: 'covered', asks: covered === true };
  const beside = partsOf(player.steps[at], parts);
  return { parts: beside, place: beside.length > 0 ? 'beside' : 'alone', asks: false };
}
