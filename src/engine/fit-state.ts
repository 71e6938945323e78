import type { FitState } from './engine.ts';

/** What is known of a fit once it has told where it stands: with the best weights that it told before. */
export function fitAfter(before: FitState | undefined, told: FitState): FitState {
  const known = before?.from === told.from ? before?.best : undefined;
  return told.from === undefined ? told : { ...told, best: new Map([...(known ?? []), ...told.best]) };
}
