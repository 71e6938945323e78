/**
 * What a page asks the service worker for, over a port that answers true or false:
 * `rest`: to fetch what is not needed at once; `take over`: to replace the version in use, where no other tab has it.
 */
export type ToServiceWorker = 'rest' | 'take over';

/** Asks a service worker; false where it does not answer any more. */
export function ask(worker: ServiceWorker, task: ToServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data === true);
    };
    worker.postMessage(task, [port2]);
  });
}
