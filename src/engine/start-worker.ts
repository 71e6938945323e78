import { siteScript } from './site-script.ts';
import workerUrl from './worker.ts?worker&url';

/**
 * What a `blob:` worker runs. A page of an opaque origin may start no file and no module, but a classic script may
 * import one. Messages that come before the module listens are kept for it.
 */
function launcher(url: string): string {
  return `const early = [];
const keep = (event) => early.push(event);
addEventListener('message', keep);
import(${JSON.stringify(url)}).then(
  () => {
    removeEventListener('message', keep);
    for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  },
  (error) => reportError(error),
);`;
}

function startFromBlob(url: string): Worker {
  const source = new Blob([launcher(url)], { type: 'text/javascript' });
  const address = URL.createObjectURL(source);
  const worker = new Worker(siteScript(address));
  // The address has to live until the worker has read it, which its first message proves.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/** The event on `window` when the script of a worker could not be loaded. */
export const UNLOADED = 'kernelscope:unloaded';

/** Starts one of the site's workers, also in a frame without an origin and under Trusted Types. */
export function startWorkerAt(path: string): Worker {
  const worker = start(path);
  worker.addEventListener('error', (event) => {
    // What a running worker throws comes with a message.
    if (!(event instanceof ErrorEvent)) dispatchEvent(new Event(UNLOADED));
  });
  return worker;
}

function start(path: string): Worker {
  const url = new URL(path, document.baseURI).href;
  if (location.origin === 'null') return startFromBlob(url);
  try {
    return new Worker(siteScript(url), { type: 'module' });
  } catch {
    return startFromBlob(url);
  }
}

/** Starts the engine's worker. */
export function startWorker(): Worker {
  return startWorkerAt(workerUrl);
}
