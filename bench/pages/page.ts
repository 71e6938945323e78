import { timeCurves } from './curves.ts';
import type { Answer, LoopName, Request } from './loop.ts';
import type { WebglAnswer } from './webgl.worker.ts';

const workers: Readonly<Record<LoopName, () => Worker>> = {
  alone: () => new Worker(new URL('./alone.worker.ts', import.meta.url), { type: 'module' }),
  convnetjs: () => new Worker(new URL('./convnetjs.worker.ts', import.meta.url), { type: 'module' }),
  signals: () => new Worker(new URL('./signals.worker.ts', import.meta.url), { type: 'module' }),
  mended: () => new Worker(new URL('./mended.worker.ts', import.meta.url), { type: 'module' }),
};

/** Asks a worker one thing. */
function ask<T extends object>(
  worker: Worker,
  request: Request | number,
): Promise<Exclude<T, { error: string }>> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({
      data,
    }: MessageEvent<Exclude<T, { error: string }> | { readonly error: string }>) =>
      'error' in data ? reject(new Error(data.error)) : resolve(data);
    worker.postMessage(request);
  });
}

/** Asks a worker of its own one thing, nothing else on the page, and ends it. */
async function askOnce<T extends object>(worker: Worker, request: Request) {
  try {
    return await ask<T>(worker, request);
  } finally {
    worker.terminate();
  }
}

let open: Worker | undefined;

Object.assign(window, {
  bench: {
    curves: timeCurves,
    measure: async (name: LoopName, request: Request) =>
      (await askOnce<Answer>(workers[name](), request)).times,
    async open(name: LoopName, request: Request) {
      open = workers[name]();
      await ask<Answer>(open, { ...request, batches: 0 });
    },
    go: async (batches: number) => (await ask<Answer>(open!, batches)).times,
    batches: (request: Request) =>
      askOnce<WebglAnswer>(
        new Worker(new URL('./webgl.worker.ts', import.meta.url), { type: 'module' }),
        request,
      ),
  },
});
