import { UNLOADED } from '../../engine/start-worker.ts';
import type { Stores } from '../../stores/stores.ts';

const KEY = 'kernelscope.replaced';

type PageWindow = Pick<
  Window,
  'document' | 'location' | 'sessionStorage' | 'fetch' | 'addEventListener' | 'removeEventListener'
>;

/** Names of the scripts that the page was opened with: they stand for its version of the site. */
function scriptsOf({ document }: PageWindow): readonly string[] {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')];
  return scripts.map(({ src }) => src.slice(src.lastIndexOf('/') + 1));
}

/** Whether the site is another version by now than the one that the page was opened with. */
async function isReplaced(window: PageWindow): Promise<boolean> {
  try {
    const response = await window.fetch(window.location.href.replace(/#.*$/, ''), { cache: 'no-store' });
    const text = response.ok ? await response.text() : '';
    return text.includes('<script') && scriptsOf(window).some((name) => !text.includes(name));
  } catch {
    return false;
  }
}

/** Remembers that this tab leaves its version; false where it has done so before, or nothing can be remembered. */
function leavesOnce(window: PageWindow): boolean {
  const version = scriptsOf(window).join(' ');
  try {
    const left = JSON.parse(window.sessionStorage.getItem(KEY) ?? '[]') as readonly string[];
    if (left.includes(version)) return false;
    window.sessionStorage.setItem(KEY, JSON.stringify([...left, version]));
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a script or a worker cannot be loaded because the site was replaced under the open page, the page is reloaded,
 * once for each version; the page keeps what it has in hand (`kept-state.ts`). In all other cases, and in a frame,
 * which keeps nothing, a reload is offered.
 */
export function followUnloaded(
  window: PageWindow,
  { status }: Stores,
  { framed }: { readonly framed: boolean },
): () => void {
  let looking = false;
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    if (!framed && (await isReplaced(window)) && leavesOnce(window)) window.location.reload();
    else status.setState({ offer: { what: 'incomplete', accept: () => window.location.reload() } });
    looking = false;
  }
  const missed = () => void look();
  window.addEventListener('vite:preloadError', missed);
  window.addEventListener(UNLOADED, missed);
  return () => {
    window.removeEventListener('vite:preloadError', missed);
    window.removeEventListener(UNLOADED, missed);
  };
}
