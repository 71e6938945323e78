/**
 * Hands on the newest value only: at most one a frame, and never before the last call has ended, so that what comes
 * faster than it can be served makes no queue. `task` must not reject.
 */
export function createLatest<T>(
  task: (value: T) => Promise<unknown>,
  soon: (callback: () => void) => void = requestAnimationFrame,
): (value: T) => void {
  let waiting: { readonly value: T } | undefined;
  let busy = false;
  const next = async () => {
    const { value } = waiting!;
    waiting = undefined;
    await task(value);
    if (waiting) soon(next);
    else busy = false;
  };
  return (value) => {
    waiting = { value };
    if (busy) return;
    busy = true;
    soon(next);
  };
}
