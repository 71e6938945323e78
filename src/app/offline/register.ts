import { siteScript } from '../../engine/site-script.ts';
import type { StatusState } from '../../stores/state.ts';
import type { Stores } from '../../stores/stores.ts';
import { ask } from './messages.ts';

/** Milliseconds after which a tab that is looked at again asks for a new version. */
const HOUR = 3_600_000;
/** Milliseconds for which it is said that all is there. */
const SHOWN = 10_000;

/**
 * Registers the service worker, has it fetch what is not needed at once, and says on the page when all is there and
 * when a new version waits. Where service workers are forbidden nothing happens.
 */
export async function registerServiceWorker(window: Window, stores: Stores): Promise<void> {
  const { serviceWorker } = window.navigator;
  const url = new URL(`${import.meta.env.BASE_URL}sw.js`, window.document.baseURI).href;
  // Test browsers and some settings answer with nothing.
  const registration = (await serviceWorker
    .register(siteScript(url), { updateViaCache: 'none' })
    .catch(() => undefined)) as ServiceWorkerRegistration | undefined;
  if (!registration) return;
  const first = registration.active === null;

  follow(window, registration, (offer) => stores.status.setState({ offer }));
  const { active } = await serviceWorker.ready;
  const complete = active !== null && (await ask(active, 'rest'));
  if (first && complete) say(stores);
}

/** Says once, for a while, that no network is needed any more. */
function say({ status }: Stores): void {
  if (status.getState().offer) return;
  const offer = { what: 'ready' } as const;
  status.setState({ offer });
  setTimeout(() => status.getState().offer === offer && status.setState({ offer: undefined }), SHOWN);
}

/** Offers a version that waits, and looks for one from time to time. */
function follow(
  window: Window,
  registration: ServiceWorkerRegistration,
  offer: (offer: StatusState['offer']) => void,
): void {
  const { serviceWorker } = window.navigator;
  const take = async (worker: ServiceWorker) => {
    serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
    // Under another tab nothing is replaced: there it would miss what it has not loaded yet.
    if (!(await ask(worker, 'take over'))) offer({ what: 'elsewhere', accept: () => void take(worker) });
  };
  const waits = async () => {
    const { waiting } = registration;
    if (!waiting || !registration.active) return;
    // Offered with all its files: what worked without a network goes on doing so.
    await ask(waiting, 'rest');
    offer({ what: 'release', accept: () => void take(waiting) });
  };
  const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', () => void waits());
  void waits();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));

  let asked = Date.now();
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}
