import { timeCurves } from './curves.ts';
import type { Answer, LoopName, Request } from './loop.ts';
import type { WebglAnswer } from './webgl.worker.ts';

const workers: Readonly<Record<LoopName, () => Worker>> = {
  alone: () => new Worker(new URL('./alone.worker.ts', import.meta.url), { type: 'module' }),
  convnetjs: () => new Worker(new URL('./convnetjs.worker.ts', import.meta.url), { type: 'module' }),
  signals: () => new Worker(new URL('./signals.worker.ts', import.meta.url), { type: 'module' }),
  mended: () => new Worker(new URL('./mended.worker.ts', import.meta.url), { type: 'module' }),
};

/** Asks a worker of its own one thing, nothing else on the page, and ends it. */
async function ask<T extends object>(
  worker: Worker,
  request: Request,
): Promise<Exclude<T, { error: string }>> {
  try {
    return await new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({
        data,
      }: MessageEvent<Exclude<T, { error: string }> | { readonly error: string }>) =>
        'error' in data ? reject(new Error(data.error)) : resolve(data);
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}

Object.assign(window, {
  bench: {
    curves: timeCurves,
    /** Milliseconds a batch of a loop. */
    measure: async (name: LoopName, request: Request) => (await ask<Answer>(workers[name](), request)).times,
    batches: (request: Request) =>
      ask<WebglAnswer>(
        new Worker(new URL('./webgl.worker.ts', import.meta.url), { type: 'module' }),
        request,
      ),
  },
});
