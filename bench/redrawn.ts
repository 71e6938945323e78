declare global {
  interface Window {
    /** Milliseconds from the call of `change` to the end of the drawing that follows from it. */
    timeToRedrawn(change: () => unknown): Promise<number>;
  }
}

/** Run in the page: gives its window `timeToRedrawn`. */
export function addTimeToRedrawn(): void {
  window.timeToRedrawn = async (change) => {
    // A moment of rest, as between two presses of a key.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    const redrawn = new Promise<number>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const mark = list.getEntriesByName('kernelscope:redrawn').find((entry) => entry.startTime >= start);
        if (!mark) return;
        observer.disconnect();
        resolve(mark.startTime - start);
      });
      observer.observe({ type: 'mark' });
    });
    await change();
    return redrawn;
  };
}
