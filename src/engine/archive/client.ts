import { type Remote, releaseProxy, transfer, wrap } from 'comlink';
import { KernelscopeError } from '../../base/errors.ts';
import type { Answer } from '../messages.ts';
import { startWorkerAt } from '../start-worker.ts';
import type { ArchiveWorkerApi } from './archive-worker.ts';
import workerUrl from './archive-worker.ts?worker&url';
import type { Archives } from './archives.ts';

/** Milliseconds after which an archive is given up: a damaged file may keep its reader busy for ever. */
const PATIENCE = 30_000;

/** One call in a worker of its own, which ends with it: the library's memory never shrinks. */
async function inWorker<T>(call: (api: Remote<ArchiveWorkerApi>) => Promise<Answer<T>>): Promise<T> {
  const worker = startWorkerAt(workerUrl);
  const api = wrap<ArchiveWorkerApi>(worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await new Promise<Answer<T>>((resolve, reject) => {
      const fail = (reason: string) => reject(new KernelscopeError({ code: 'engine', path: 'file', reason }));
      timer = setTimeout(() => fail('archive-slow'), PATIENCE);
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        fail('archive-worker');
      });
      call(api).then(resolve, reject);
    });
    if (answer.ok) return answer.value;
    throw new KernelscopeError(answer.error);
  } finally {
    clearTimeout(timer);
    api[releaseProxy]();
    worker.terminate();
  }
}

export const archives: Archives = {
  read: (bytes, title) => inWorker((api) => api.read(transfer(bytes, [bytes.buffer]), title)),
  write: (document, weights) => inWorker((api) => api.write(document, weights)),
};
