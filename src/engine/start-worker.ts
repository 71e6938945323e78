import workerUrl from './worker.ts?worker&url';

/** The part of Trusted Types that is used; the DOM types do not have it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Addresses of the site's own workers. */
const ours = new Set<string>();

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Passes a worker's address through the one named policy, where the page enforces Trusted Types. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('kernelscope', {
    createScriptURL(address) {
      if (ours.has(address) || address.startsWith('blob:')) return address;
      throw new TypeError(`not a worker of the site: ${address}`);
    },
  });
  return policy.createScriptURL(url);
}

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
  const worker = new Worker(trusted(address));
  // The address has to live until the worker has read it, which its first message proves.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/** Starts one of the site's workers, also in a frame without an origin and under Trusted Types. */
export function startWorkerAt(path: string): Worker {
  const url = new URL(path, document.baseURI).href;
  ours.add(url);
  if (location.origin === 'null') return startFromBlob(url);
  try {
    return new Worker(trusted(url), { type: 'module' });
  } catch {
    return startFromBlob(url);
  }
}

/** Starts the engine's worker. */
export function startWorker(): Worker {
  return startWorkerAt(workerUrl);
}
