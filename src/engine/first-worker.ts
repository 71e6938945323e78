import { startWorker } from './start-worker.ts';

/*
 * The page loads this as a script of its own, ahead of everything else: the engine has the longest way to go, and goes
 * it while the page's own code is still on its way.
 */
let waiting: Worker | undefined = startWorker();
waiting.addEventListener('error', giveUp, { once: true });

/** One that failed before anybody listened is no use: the next try fails where it is heard. */
function giveUp(): void {
  waiting = undefined;
}

/** The worker that was started with the page, once; after that new ones. */
export function nextWorker(): Worker {
  const worker = waiting ?? startWorker();
  worker.removeEventListener('error', giveUp);
  waiting = undefined;
  return worker;
}
