import type { Begin, GoalNamed } from './check.ts';

export const train: Begin<GoalNamed<'train'>> = ({ epochs, batches }, { run }) => {
  const start = run.getState();
  const before = { runId: start.runId, epochs: start.epochs.length, batches: start.batches.length };
  return () => {
    const now = run.getState();
    // Another run counts from its own beginning.
    const same = now.runId === before.runId;
    const of = epochs ?? batches ?? 1;
    const unit = epochs === undefined ? 'batches' : 'epochs';
    const done = now[unit].length - (same ? before[unit] : 0);
    return { met: done >= of, ...(of > 1 && { done: Math.min(done, of), of }) };
  };
};
