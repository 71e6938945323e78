interface Options {
  readonly search?: string;
  readonly storage?: boolean;
  readonly reduced?: boolean;
  readonly navigation?: 'navigate' | 'reload';
  /** What the tab keeps over a reload. */
  readonly session?: Map<string, string>;
  /** Characters that the tab may keep. */
  readonly room?: number;
}

/** The part of a browser's window that the page's start needs, with a history that one can walk. */
export function fakeWindow(
  hash = '',
  {
    search = '',
    storage = true,
    reduced = false,
    navigation = 'navigate',
    session = new Map(),
    room = 1e6,
  }: Options = {},
) {
  const target = new EventTarget();
  const entries = [hash];
  const states: unknown[] = [null];
  let at = 0;
  const stored = new Map<string, string>();
  let listeners = 0;
  const add = (next: string, state: unknown) => {
    entries.splice(++at, Number.POSITIVE_INFINITY, next);
    states.splice(at, Number.POSITIVE_INFINITY, state);
  };
  const go = (next: string) => {
    location.hash = next;
    target.dispatchEvent(new Event('popstate'));
    target.dispatchEvent(new Event('hashchange'));
  };
  const location = {
    hash,
    search,
    replace(next: string) {
      location.hash = next;
    },
    get href() {
      return `https://example.org/scope/${search}${location.hash}`;
    },
  };
  const root = { lang: '', toggleAttribute: () => false };
  const window = {
    location,
    document: { documentElement: root, querySelectorAll: () => [] },
    navigator: { languages: ['en'] },
    history: {
      get state() {
        return states[at];
      },
      pushState(data: unknown, _title: string, next: string) {
        add(next, data);
        location.hash = next;
      },
      replaceState(data: unknown) {
        states[at] = data;
      },
    },
    get localStorage() {
      if (!storage) throw new DOMException('denied', 'SecurityError');
      return {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => void stored.set(key, value),
      };
    },
    get sessionStorage() {
      if (!storage) throw new DOMException('denied', 'SecurityError');
      return {
        getItem: (key: string) => session.get(key) ?? null,
        setItem(key: string, value: string) {
          if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
          session.set(key, value);
        },
      };
    },
    performance: { getEntriesByType: () => [{ type: navigation }] },
    matchMedia: () => ({ matches: reduced }),
    fetch: async () => new Response(null, { status: 404 }),
    addEventListener(name: string, listener: EventListener) {
      listeners++;
      target.addEventListener(name, listener);
    },
    removeEventListener(name: string, listener: EventListener) {
      listeners--;
      target.removeEventListener(name, listener);
    },
  };
  return {
    window: window as unknown as Window & typeof globalThis,
    entries,
    stored,
    session,
    leave: () => target.dispatchEvent(new Event('pagehide')),
    back: () => go(entries[--at]!),
    forward: () => go(entries[++at]!),
    /** As when the address is edited by hand, or a link on the page is followed. */
    navigate(next: string) {
      add(next, null);
      go(next);
    },
    listeners: () => listeners,
  };
}
