import { boot } from './app/boot.ts';
import { goOffline } from './app/offline/go-offline.ts';
import { withCalmRuns } from './engine/calm-runs.ts';
import { createEngine } from './engine/client.ts';
import { nextWorker } from './engine/first-worker.ts';
import { page } from './text/page.ts';

// The interface loads while the engine starts.
const interfaceLoads = import('./ui/mount.tsx');
const spare = () => createEngine({ startWorker: nextWorker });
const app = boot(window, () => withCalmRuns(spare()), { spare });
const root = document.getElementById('root')!;
Promise.all([interfaceLoads, app.spoken]).then(
  ([{ mountPage }]) => mountPage(root, app),
  () => {
    root.textContent = page.notLoaded;
  },
);
void goOffline(window, app);
