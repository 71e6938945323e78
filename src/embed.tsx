import { boot } from './app/boot.ts';
import { createEngine } from './engine/client.ts';
import { nextWorker } from './engine/first-worker.ts';
import { page } from './text/page.ts';

// The interface loads while the engine starts.
const interfaceLoads = import('./ui/mount.tsx');
const app = boot(window, () => createEngine({ startWorker: nextWorker }));

/** `embed.html?show=lens#k1=…`, or `&show=lens` in the fragment where the host can't set a query. */
const inFragment = new URLSearchParams(location.hash.slice(1)).get('show')?.split(',') ?? [];
const asked = app.show.length > 0 ? app.show : inFragment;
const root = document.getElementById('root')!;
interfaceLoads.then(
  ({ mountWidget }) => mountWidget(root, app, asked),
  () => {
    root.textContent = page.notLoaded;
  },
);
