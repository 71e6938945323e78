/**
 * A worker that is ended from outside says nothing. It holds a named lock for as long as it lives, and the page
 * asks for the same lock: when it gets it, the worker is gone. Where locks are forbidden (a frame without an
 * origin, plain http) only an `error` event tells of a crash.
 */
export async function holdLifeline(name: string): Promise<void> {
  if (!navigator.locks) return;
  await new Promise<void>((resolve) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise(() => {});
      })
      .catch(() => resolve());
  });
}

/** Calls back when the worker that holds the lock is gone. Call after it has the lock. */
export function onDeath(name: string, callback: () => void): void {
  navigator.locks?.request(name, callback).catch(() => {});
}
