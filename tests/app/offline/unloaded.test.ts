import { describe, expect, it, vi } from 'vitest';
import { followUnloaded } from '../../../src/app/offline/unloaded.ts';
import { createStores } from '../../../src/stores/stores.ts';

/** A tab that shows one version of the site, while the server has another. */
function tab({ shown = 'a', served = 'b' as string | null, storage = new Map<string, string>() } = {}) {
  const target = new EventTarget();
  const page = {
    shown,
    served,
    reload: vi.fn(),
  };
  const window = {
    document: { querySelectorAll: () => [{ src: `http://site.test/assets/index-${page.shown}.js` }] },
    location: { href: 'http://site.test/#k1=x', reload: page.reload },
    sessionStorage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => void storage.set(key, value),
    },
    fetch: async () => {
      if (page.served === null) throw new TypeError('no network');
      return new Response(`<script src="./assets/index-${page.served}.js"></script>`);
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
  const stores = createStores();
  const open = ({ framed = false } = {}) => followUnloaded(window as never, stores, { framed });
  const miss = async () => {
    target.dispatchEvent(new Event('vite:preloadError'));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { page, window, stores, open, miss };
}

const offered = (stores: ReturnType<typeof createStores>) => stores.status.getState().offer?.what;

describe('a script that cannot be loaded', () => {
  it('reloads a page whose release was replaced, once', async () => {
    const { page, stores, open, miss } = tab();
    open();
    await miss();
    expect(page.reload).toHaveBeenCalledTimes(1);
    expect(offered(stores)).toBeUndefined();
    await miss();
    expect(page.reload).toHaveBeenCalledTimes(1);
    expect(offered(stores)).toBe('incomplete');
  });

  it('never goes round between two releases', async () => {
    const { page, open, miss } = tab();
    open();
    for (const [shown, served] of [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      Object.assign(page, { shown, served });
      await miss();
    }
    expect(page.reload).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['the release is the same', { served: 'a' }, false],
    ['there is no network', { served: null }, false],
    ['the page is framed and keeps nothing', {}, true],
  ])('only offers a reload where %s', async (_, world, framed) => {
    const { page, stores, open, miss } = tab(world);
    open({ framed });
    await miss();
    expect(page.reload).not.toHaveBeenCalled();
    expect(offered(stores)).toBe('incomplete');
    stores.status.getState().offer!.accept!();
    expect(page.reload).toHaveBeenCalledTimes(1);
  });

  it('only offers a reload where nothing can be remembered', async () => {
    const { page, window, stores, open, miss } = tab();
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    open();
    await miss();
    expect(page.reload).not.toHaveBeenCalled();
    expect(offered(stores)).toBe('incomplete');
  });

  it('hears nothing after its end', async () => {
    const { page, stores, open, miss } = tab();
    open()();
    await miss();
    expect(page.reload).not.toHaveBeenCalled();
    expect(offered(stores)).toBeUndefined();
  });
});
