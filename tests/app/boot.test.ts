import { afterEach, describe, expect, test, vi } from 'vitest';
import { type App, boot } from '../../src/app/boot.ts';
import { encodeLink } from '../../src/formats/share-url/link.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { FakeEngine } from '../scope/fake-engine.ts';
import { small, trainable } from '../scope/setup.ts';
import { fakeWindow } from './fake-window.ts';

const titled = (title: string) => ({ ...small, title });
const linkTo = (title: string) => encodeLink('', admit(titled(title)).document);
const apps: ReturnType<typeof boot>[] = [];

afterEach(() => {
  for (const app of apps.splice(0)) app.destroy();
});

function start(...parts: Parameters<typeof fakeWindow>) {
  const page = fakeWindow(...parts);
  const engine = new FakeEngine();
  const app = boot(page.window, () => engine);
  apps.push(app);
  const title = () => (app.scope.getDocument() as { title: string }).title;
  return { ...page, app, engine, title };
}

describe('the address', () => {
  test('bare: the default document; the scope is on the window', async () => {
    const { app, window, entries, title } = start();
    expect(window.kernelscope).toBe(app.scope);
    await app.scope.ready;
    expect(title()).toBe('Digits');
    expect(entries).toEqual(['']);
  });

  test('a link opens its document and changes no address', async () => {
    const link = await linkTo('Linked');
    const { app, entries, title } = start(link);
    await app.scope.ready;
    expect(title()).toBe('Linked');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(entries).toEqual([link]);
  });

  test('a link with weights opens them, and that is said', async () => {
    const { document, network } = admit(titled('Linked'));
    const link = await encodeLink('', document, { network, tensors: initialWeights(network, 9) });
    const { app } = start(link);
    await app.scope.ready;
    expect(app.stores.trace.getState().provenance).toBe('link');
    expect(app.stores.status.getState().notice).toMatch(/8 bits/);
  });

  test('a bad link opens the default document and says what was wrong', async () => {
    const { app, title } = start('#k1=oops');
    const told = vi.fn();
    app.scope.on('error', told);
    await app.scope.ready;
    expect(title()).toBe('Digits');
    expect(app.stores.status.getState()).toMatchObject({ phase: 'ready', error: { code: 'syntax' } });
    expect(app.stores.status.getState().notice).toMatch(/link/);
    expect(told).toHaveBeenCalledOnce();
  });

  test('a look that the address names goes with it, and is not kept', async () => {
    const { app, navigate, stored } = start('#lang=de&theme=dark');
    const look = () => {
      const { theme, language } = app.stores.view.getState();
      return { theme, language };
    };
    expect(look()).toEqual({ theme: 'dark', language: 'de' });
    navigate('#lang=en');
    expect(look()).toEqual({ theme: 'auto', language: 'en' });
    expect([...stored.values()].filter((kept) => kept !== 'auto')).toEqual([]);
    // What somebody has chosen meanwhile stays.
    app.stores.view.setState({ language: 'de' });
    expect(stored.get('kernelscope.language')).toBe('de');
    navigate('');
    expect(look()).toEqual({ theme: 'auto', language: 'de' });
    app.stores.view.setState({ language: 'auto' });
    await vi.waitFor(() => expect(app.stores.view.getState().spoken).toBe('en'));
  });

  test('Back and Forward move between documents', async () => {
    const [one, two] = [await linkTo('One'), await linkTo('Two')];
    const { app, navigate, back, forward, title, entries } = start(one);
    await app.scope.ready;
    navigate(two);
    await vi.waitFor(() => expect(title()).toBe('Two'));
    back();
    await vi.waitFor(() => expect(title()).toBe('One'));
    forward();
    await vi.waitFor(() => expect(title()).toBe('Two'));
    navigate('#k1=oops');
    await vi.waitFor(() => expect(title()).toBe('Digits'));
    expect(app.stores.status.getState().error).toMatchObject({ code: 'syntax' });
    expect(entries).toEqual([one, two, '#k1=oops']);
  });

  test('Back brings the weights that the document had in this tab, and the way back to those before the edits', async () => {
    const [one, two] = [await linkTo('One'), await linkTo('Two')];
    const { app, navigate, back, title } = start(one);
    await app.scope.ready;
    const fresh = await app.scope.getWeights('conv');
    await app.scope.editWeights('conv', [{ weight: 'kernel', index: [0, 0, 0, 0], value: 2 }]);
    const edited = await app.scope.getWeights('conv');
    navigate(two);
    await vi.waitFor(() => expect(title()).toBe('Two'));
    expect(await app.scope.getWeights('conv')).toEqual(fresh);
    back();
    await vi.waitFor(() => expect(title()).toBe('One'));
    expect(await app.scope.getWeights('conv')).toEqual(edited);
    await vi.waitFor(() => expect(app.stores.trace.getState().provenance).toBe('edited'));
    await app.scope.restoreWeights();
    expect(await app.scope.getWeights('conv')).toEqual(fresh);

    // A link that is followed gives what it says, though the tab knows other weights of its document.
    await app.scope.editWeights('conv', [{ weight: 'kernel', index: [0, 0, 0, 0], value: 2 }]);
    navigate(two);
    await vi.waitFor(() => expect(title()).toBe('Two'));
    navigate(one);
    await vi.waitFor(() => expect(title()).toBe('One'));
    expect(await app.scope.getWeights('conv')).toEqual(fresh);
  });

  test('of several moves at once the last one counts', async () => {
    const links = await Promise.all(['One', 'Two', 'Three'].map(linkTo));
    const { app, navigate, title } = start();
    await app.scope.ready;
    for (const link of links) navigate(link);
    await vi.waitFor(() => expect(title()).toBe('Three'));
  });

  test('changes are pushed once they rest, and Back undoes them', async () => {
    const { app, entries, back, title } = start();
    await app.scope.ready;
    await app.scope.setDocument(titled('A'));
    await app.scope.setDocument(titled('B'));
    await vi.waitFor(() => expect(entries).toHaveLength(2));
    expect(entries[1]).toBe(await linkTo('B'));
    back();
    await vi.waitFor(() => expect(title()).toBe('Digits'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(entries).toHaveLength(2);
  });

  test('a history that refuses, as in a sandboxed frame, is no fault', async () => {
    const { app, window, title } = start();
    window.history.pushState = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    await app.scope.ready;
    await app.scope.setDocument(titled('A'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(title()).toBe('A');
    expect(app.stores.status.getState().error).toBeUndefined();
  });
});

describe('preferences', () => {
  test('the theme and the projector are kept', async () => {
    const { app, stored } = start();
    app.stores.view.setState({ theme: 'dark' });
    app.stores.view.setState({ projector: true });
    expect([...stored.values()]).toEqual(['dark', 'on']);
  });

  test('without storage the page works all the same', async () => {
    const { app } = start('', { storage: false });
    app.stores.view.setState({ theme: 'dark' });
    await app.scope.ready;
    expect(app.stores.view.getState().theme).toBe('dark');
  });

  test('with reduced motion nothing plays by itself', async () => {
    const { app } = start('', { reduced: true });
    expect(app.stores.view.getState().playing).toBe(false);
    await app.scope.ready;
    expect(app.stores.view.getState().playing).toBe(false);
  });

  test('the address says what a widget shows and keeps, now and later', async () => {
    const page = fakeWindow('', { search: '?show=lens,curves&lock=model' });
    const app = boot(page.window, () => new FakeEngine(), { widget: true });
    apps.push(app);
    expect(app.options).toMatchObject({ show: ['lens', 'curves'], lock: ['model'] });
    expect(app.stores.embedding.getState()).toMatchObject(app.options);
    await app.scope.ready;
    page.navigate('#show=code&theme=dark&data=reduced');
    expect(app.stores.embedding.getState()).toEqual({
      show: ['code'],
      lock: ['model'],
      data: 'reduced',
      look: { theme: 'dark' },
    });
    expect(app.stores.view.getState().theme).toBe('dark');
  });

  test('the whole page shows all and locks nothing', () => {
    const { app } = start('#show=lens&lock=model&data=reduced');
    expect(app.stores.embedding.getState()).toEqual({ show: [], lock: [], data: 'reduced', look: {} });
  });

  test('in a frame nothing is kept, and nothing added to the history', async () => {
    const page = fakeWindow('#theme=dark');
    const app = boot(page.window, () => new FakeEngine(), { framed: true, widget: true });
    apps.push(app);
    await app.scope.ready;
    await app.scope.setDocument(trainable);
    app.stores.view.setState({ theme: 'light' });
    await app.goTo(`${await linkTo('Elsewhere')}&theme=dark`);
    expect(app.scope.getDocument()).toMatchObject({ title: 'Elsewhere' });
    expect(app.stores.view.getState().theme).toBe('dark');
    await new Promise((resolve) => setTimeout(resolve, 500));
    page.leave();
    expect([page.entries.length, page.stored.size, page.session.size]).toEqual([1, 0, 0]);
    expect(await app.scope.shareUrl()).toMatch(/^https:\/\/example\.org\/scope\/index\.html#k1=/);
  });

  test('with reduced data a linked document has the samples of one file of each split', async () => {
    const { app } = start(`${await linkTo('Linked')}&data=reduced`);
    await app.scope.ready;
    const { dataset } = app.stores.document.getState().document;
    expect(dataset).toMatchObject({ name: 'mnist', train: 1000 });
    expect(dataset.test).toBeLessThanOrEqual(1000);
  });

  test('an option of the address is not kept as what was chosen', async () => {
    const { app, stored } = start('#theme=dark');
    expect(app.stores.view.getState().theme).toBe('dark');
    expect(stored.get('kernelscope.theme')).toBeUndefined();
    app.stores.view.setState({ theme: 'light' });
    expect(stored.get('kernelscope.theme')).toBe('light');
  });
});

test('destroy leaves no listener, and ends the engine', async () => {
  const { app, engine, listeners } = start();
  await app.scope.ready;
  expect(listeners()).toBeGreaterThan(0);
  app.destroy();
  expect(listeners()).toBe(0);
  expect(engine.destroyed).toBe(true);
});

test.each([
  ['an experiment', (scope: App['scope']) => scope.experiment({ repeats: 3 })],
  [
    'a comparison',
    (scope: App['scope']) =>
      scope.compare({ documents: [trainable, { ...trainable, title: 'Other' }], epochs: 1000 }),
  ],
])('destroy ends %s and its engine', async (_, begin) => {
  const engines: FakeEngine[] = [];
  const { window } = fakeWindow(await linkTo('Small'));
  const app = boot(window, () => {
    engines.push(new FakeEngine());
    return engines.at(-1)!;
  });
  await app.scope.ready;
  await app.scope.setDocument({ ...trainable, fit: { epochs: 1000 } });
  const running = begin(app.scope);
  await vi.waitFor(() => expect(engines[1]?.calls).toContain('train'));
  app.destroy();
  expect(await running).toMatchObject({ stopped: 'paused' });
  expect(engines.map(({ destroyed }) => destroyed)).toEqual([true, true]);
});
