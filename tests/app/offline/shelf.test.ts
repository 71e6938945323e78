import { describe, expect, it } from 'vitest';
import { createShelf, type ShelfEntry } from '../../../src/app/offline/shelf.ts';

const ROOT = 'http://site.test/sub/';

/** A browser's caches and a server, as far as the shelf uses them. */
function world(files: Readonly<Record<string, string>>) {
  const served = new Map(Object.entries(files));
  const asked: string[] = [];
  const stored = new Map<string, Map<string, Response>>();
  const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript' };
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    asked.push(url.slice(ROOT.length));
    const text = served.get(url.slice(ROOT.length));
    if (text === undefined) return new Response('none', { status: 404 });
    const type = text.startsWith('<')
      ? types.html
      : (types[url.split('.').at(-1)!] ?? 'application/octet-stream');
    return new Response(text, { headers: { 'content-type': type! } });
  };
  const cacheOf = (name: string) => {
    const kept = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, kept);
    return {
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      match: async (url: string) => kept.get(url)?.clone(),
      put: async (url: string, response: Response) => void kept.set(url, response),
      delete: async ({ url }: { url: string }) => kept.delete(url),
    };
  };
  const caches = { open: async (name: string) => cacheOf(name) } as unknown as CacheStorage;
  return { served, asked, stored, caches, fetch };
}

const request = (path: string, mode = 'cors', method = 'GET') =>
  ({ url: ROOT + path, mode, method }) as Request;

const meanwhile = () => undefined;

const FIRST: readonly ShelfEntry[] = [
  { url: 'index.html', revision: 'a' },
  { url: 'embed.html', revision: 'a' },
  { url: 'assets/core-11111111.js', revision: null },
  { url: 'data/mnist/first.bin', revision: 'm' },
  { url: 'data/emoji/first.bin', revision: 'e' },
];
const FILES = {
  'index.html': '<one>',
  'embed.html': '<frame>',
  'assets/core-11111111.js': 'core',
  'data/mnist/first.bin': 'digits',
  'data/emoji/first.bin': 'faces',
};

const textOf = async (response: Promise<Response> | undefined) => (await response)?.text();

describe('the shelf', () => {
  it('fetches the page and its data first, the rest later, each once', async () => {
    const { caches, fetch, asked } = world(FILES);
    const shelf = createShelf(FIRST, ROOT, { caches, fetch });
    await shelf.fill('first');
    expect(asked.toSorted()).toEqual([
      'assets/core-11111111.js',
      'data/mnist/first.bin',
      'embed.html',
      'index.html',
    ]);
    await shelf.fill('later');
    expect(asked).toHaveLength(5);
    await shelf.fill('first');
    await shelf.fill('later');
    expect(asked).toHaveLength(5);
  });

  it('answers from what it has, pages by any of their addresses, and leaves the rest to the network', async () => {
    const { caches, fetch, asked, served } = world(FILES);
    const shelf = createShelf(FIRST, ROOT, { caches, fetch });
    await shelf.fill('first');
    served.clear();
    asked.length = 0;
    for (const path of ['', 'index.html', 'index', '?show=lens', 'index.html?lang=de'])
      expect(await textOf(shelf.answer(request(path, 'navigate'), meanwhile))).toBe('<one>');
    expect(await textOf(shelf.answer(request('embed', 'navigate'), meanwhile))).toBe('<frame>');
    expect(await textOf(shelf.answer(request('data/mnist/first.bin'), meanwhile))).toBe('digits');
    expect(asked).toEqual([]);
    expect(shelf.answer(request('LICENSE.txt'), meanwhile)).toBeUndefined();
    expect(shelf.answer(request('index.html', 'cors', 'POST'), meanwhile)).toBeUndefined();
    expect(
      shelf.answer({ ...request(''), url: 'http://site.test/other/index.html' }, meanwhile),
    ).toBeUndefined();
  });

  it('keeps what is used before it was fetched', async () => {
    const { caches, fetch, served } = world(FILES);
    const shelf = createShelf(FIRST, ROOT, { caches, fetch });
    const works: Promise<unknown>[] = [];
    const emoji = request('data/emoji/first.bin');
    // The request itself goes to the network.
    const ask = () =>
      shelf.answer({ ...emoji, toString: () => emoji.url } as unknown as Request, (work) => works.push(work));
    expect(await textOf(ask())).toBe('faces');
    await Promise.all(works);
    served.clear();
    expect(await textOf(ask())).toBe('faces');
  });

  it('has two versions side by side until it is pruned; what is the same is fetched once', async () => {
    const { caches, fetch, asked, served } = world(FILES);
    const old = createShelf(FIRST, ROOT, { caches, fetch });
    await old.fill('first');
    served.delete('assets/core-11111111.js');
    served.set('assets/core-22222222.js', 'new core').set('index.html', '<two>');
    asked.length = 0;
    const next = createShelf(
      [
        { url: 'index.html', revision: 'b' },
        { url: 'assets/core-22222222.js', revision: null },
        { url: 'data/mnist/first.bin', revision: 'm' },
      ],
      ROOT,
      { caches, fetch },
    );
    await next.fill('first');
    expect(asked.toSorted()).toEqual(['assets/core-22222222.js', 'index.html']);
    expect(await textOf(old.answer(request('', 'navigate'), meanwhile))).toBe('<one>');
    expect(await textOf(old.answer(request('assets/core-11111111.js'), meanwhile))).toBe('core');
    expect(await textOf(next.answer(request('', 'navigate'), meanwhile))).toBe('<two>');
    // A frame of the old version may still be open.
    expect(await textOf(next.answer(request('assets/core-11111111.js'), meanwhile))).toBe('core');
    await next.prune();
    const gone = await next.answer(
      Object.assign(new Request(`${ROOT}assets/core-11111111.js`), {}),
      meanwhile,
    );
    expect(gone?.status).toBe(404);
    expect(await textOf(next.answer(request('', 'navigate'), meanwhile))).toBe('<two>');
  });

  it.each([
    ['is missing', 'assets/core-11111111.js', undefined],
    ['is the page that a host answers with for what it has not', 'assets/core-11111111.js', '<one>'],
  ])('is not filled where a file %s, and goes on from there', async (_, file, text) => {
    const { caches, fetch, asked, served } = world(FILES);
    const shelf = createShelf(FIRST, ROOT, { caches, fetch });
    if (text === undefined) served.delete(file);
    else served.set(file, text);
    await expect(shelf.fill('first')).rejects.toThrow(file);
    served.set(file, 'core');
    asked.length = 0;
    await shelf.fill('first');
    expect(asked).toContain(file);
    expect(await textOf(shelf.answer(request(file), meanwhile))).toBe('core');
  });

  it('lets the network answer where caches are denied', async () => {
    const { fetch } = world(FILES);
    const caches = {
      open: () => Promise.reject(new DOMException('denied', 'SecurityError')),
    } as unknown as CacheStorage;
    const shelf = createShelf(FIRST, ROOT, { caches, fetch });
    const core = new Request(`${ROOT}assets/core-11111111.js`);
    expect(await textOf(shelf.answer(core, meanwhile))).toBe('core');
  });
});
