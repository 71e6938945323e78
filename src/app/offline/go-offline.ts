import type { App } from '../boot.ts';
import { atRest } from './at-rest.ts';
import { mayStay } from './may-stay.ts';

type PageWindow = Window & typeof globalThis;

/** Makes the page one that works without a network from now on, once it has come to rest. */
export async function goOffline(window: PageWindow, { scope, stores }: App): Promise<void> {
  if (!import.meta.env.PROD || !mayStay(window)) return;
  await atRest(window, scope.ready, stores);
  const { registerServiceWorker } = await import('./register.ts');
  await registerServiceWorker(window, stores);
}
