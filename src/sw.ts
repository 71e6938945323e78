import type { ToServiceWorker } from './app/offline/messages.ts';
import { createShelf, type ShelfEntry } from './app/offline/shelf.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly ShelfEntry[] };

/*
 * The service worker: the site's files for when there is no network. A new version waits until no tab has an older one
 * open, or until the only tab asks for it: under an open tab nothing changes.
 */
const root = self.registration.scope;
const shelf = createShelf(self.__WB_MANIFEST, root, self);

/** The windows that have a page of the site open, frames included. */
async function windows(): Promise<readonly WindowClient[]> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(root));
}

/** What other versions have is needed as long as an older one may be open or a newer one waits. */
async function tidy(): Promise<void> {
  const { installing, waiting } = self.registration;
  if (!installing && !waiting && (await windows()).length <= 1) await shelf.prune();
}

/** @returns whether this version is in use from now on */
async function takeOver(): Promise<boolean> {
  const tabs = (await windows()).filter(({ frameType }) => frameType !== 'nested');
  if (tabs.length > 1) return false;
  await self.skipWaiting();
  return true;
}

const tasks: Readonly<Record<ToServiceWorker, () => Promise<boolean>>> = {
  async rest() {
    await tidy();
    await shelf.fill('first');
    await shelf.fill('later');
    return true;
  },
  'take over': takeOver,
};

self.addEventListener('install', (event) => event.waitUntil(shelf.fill('first')));

self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const answer = shelf.answer(event.request, (work) => event.waitUntil(work));
  if (answer) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (!Object.hasOwn(tasks, event.data)) return;
  const task = tasks[event.data as ToServiceWorker]();
  event.waitUntil(
    task.then(
      (done) => port?.postMessage(done),
      () => port?.postMessage(false),
    ),
  );
});
