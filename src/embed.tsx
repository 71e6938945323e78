import { boot } from './app/boot.ts';
import { followHeight } from './embedding/follow-height.ts';
import { serveFrame } from './embedding/frame.ts';
import { withCalmRuns } from './engine/calm-runs.ts';
import { createEngine } from './engine/client.ts';
import { nextWorker } from './engine/first-worker.ts';
import { page } from './text/page.ts';

// The interface loads while the engine starts.
const interfaceLoads = import('./ui/mount.tsx');
const framed = window.parent !== window;
const spare = () => createEngine({ startWorker: nextWorker });
const app = boot(window, () => withCalmRuns(spare()), { framed, widget: true, spare });
const root = document.getElementById('root')!;
if (framed) {
  const frame = serveFrame(window, { scope: app.scope, open: app.goTo });
  followHeight(document.documentElement, frame.tellHeight);
}

Promise.all([interfaceLoads, app.spoken]).then(
  ([{ mountWidget }]) => mountWidget(root, app),
  () => {
    root.textContent = page.notLoaded;
  },
);
