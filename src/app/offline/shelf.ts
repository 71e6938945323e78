/** A file of the site, as the build lists it; one whose name has a hash of its content needs no `revision`. */
export interface ShelfEntry {
  /** Relative to the site's root. */
  readonly url: string;
  readonly revision: string | null;
}

/** Files of the site, kept in the browser for when there is no network. */
export interface Shelf {
  /** Fetches what is missing of a part; rejects where a file cannot be had, and what is there stays. */
  fill(part: 'first' | 'later'): Promise<void>;
  /** Answers a request for a file of the site; undefined where it is none. `meanwhile` gets what goes on after it. */
  answer(request: Request, meanwhile: (work: Promise<unknown>) => void): Promise<Response> | undefined;
  /** Throws away what is not of this version. */
  prune(): Promise<void>;
}

/** Files that are fetched at the same time. */
const LANES = 4;

/**
 * What is not needed for the page and its first data set: other data sets, and the library that reads and writes
 * `.keras` files.
 */
const LATER = /^data\/(?!mnist\/)|^assets\/(?:hdf5|archive-worker|data-worker)|^icons\//;

/** Names with a hash: their content never changes, so those of another version may be had too. */
const HASHED = /^assets\//;

/**
 * The shelf of one version of the site, all versions in one cache: what is the same in the next one is not fetched
 * again. `root`: the absolute address of the site.
 */
export function createShelf(
  entries: readonly ShelfEntry[],
  root: string,
  { caches, fetch }: Pick<WindowOrWorkerGlobalScope, 'caches' | 'fetch'>,
): Shelf {
  const keys = new Map(entries.map((entry) => [entry.url, keyOf(entry)]));
  // Of the site's root, because other copies of the site may live at the same origin.
  const opened = () => caches.open(`kernelscope ${root}`);

  function keyOf({ url, revision }: ShelfEntry): string {
    return new URL(revision === null ? url : `${url}?revision=${revision}`, root).href;
  }

  /** The key of a request's file in the cache; undefined for what is not of the site. */
  function wanted({ url, method, mode }: Request): string | undefined {
    const path = url.replace(/[?#].*$/, '');
    if (method !== 'GET' || !path.startsWith(root)) return undefined;
    const name = path.slice(root.length);
    if (mode !== 'navigate') return keys.get(name) ?? (HASHED.test(name) ? path : undefined);
    // Some hosts leave `.html` out of their addresses.
    return keys.get(name === '' ? 'index.html' : name) ?? keys.get(`${name}.html`);
  }

  async function fetchEntry({ url, revision }: ShelfEntry): Promise<Response> {
    const address = new URL(url, root).href;
    // What has no hash in its name is asked for anew; the server may say that it is the same.
    const response = await fetch(address, {
      cache: revision === null ? 'default' : 'no-cache',
      credentials: 'same-origin',
      priority: 'low',
    });
    if (!isFile(response, url)) throw new TypeError(`${url}: ${response.status}`);
    // A page may not be answered with a response that was redirected.
    const { status, statusText, headers } = response;
    return response.redirected ? new Response(response.body, { status, statusText, headers }) : response;
  }

  return {
    async fill(part) {
      const cache = await opened();
      const there = new Set((await cache.keys()).map(({ url }) => url));
      const missing = entries.filter(
        (entry) => LATER.test(entry.url) === (part === 'later') && !there.has(keyOf(entry)),
      );
      const next = missing.values();
      const lane = async () => {
        for (const entry of next) await cache.put(keyOf(entry), await fetchEntry(entry));
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    },

    answer(request, meanwhile) {
      const key = wanted(request);
      if (key === undefined) return undefined;
      return (async () => {
        // A browser may lose its caches: the network is there all the same.
        const cache = await opened().catch(() => undefined);
        const kept = await cache?.match(key, { ignoreVary: true });
        if (kept) return kept;
        const response = await fetch(request);
        // What is missing is kept when it is used; a navigation's answer may be a redirected one.
        if (cache && request.mode !== 'navigate' && isFile(response, key))
          meanwhile(cache.put(key, response.clone()).catch(() => undefined));
        return response;
      })();
    },

    async prune() {
      const cache = await opened();
      const ours = new Set(keys.values());
      const others = (await cache.keys()).filter(({ url }) => !ours.has(url));
      await Promise.all(others.map((request) => cache.delete(request)));
    },
  };
}

/** Whether a response is the file: some hosts answer with their first page for what they do not have. */
function isFile({ status, headers }: Response, url: string): boolean {
  const page = /^text\/html\b/.test(headers.get('content-type') ?? '');
  return status === 200 && page === /\.html(?:\?|$)/.test(url);
}
