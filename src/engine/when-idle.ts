/** Milliseconds after which a thread that is never idle is not waited for. */
const PATIENCE = 400;

/** Resolves when the page has nothing else to do, or a little later. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Not every browser tells when it is idle.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, PATIENCE / 4);
    else requestIdleCallback(() => resolve(), { timeout: PATIENCE });
  });
}
