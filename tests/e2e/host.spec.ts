import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { CALLS } from '../../src/embedding/calls.ts';
import { tagCode } from '../../src/formats/embed-code.ts';
import { widgetText as german } from '../../src/text/german/widget.ts';
import { page as pageText } from '../../src/text/page.ts';
import { widgetText as text } from '../../src/text/widget.ts';
import { arrive, frameOf, openHost, openWritten, type Widget } from './host-page.ts';
import { watchTimers } from './leaks.ts';
import { expect, siteUrl, test } from './site.ts';

/** Small, so that a widget costs little: a 6 x 6 input, and one that MNIST fits. */
const small = (title: string) => ({
  kernelscope: 1,
  title,
  seed: 3,
  model: {
    input_shape: [6, 6, 1],
    layers: [
      { class_name: 'Conv2D', config: { name: 'conv', filters: 2, kernel_size: 3, activation: 'relu' } },
      { class_name: 'Flatten', config: { name: 'flat' } },
      { class_name: 'Dense', config: { name: 'out', units: 3, activation: 'softmax' } },
    ],
  },
});

const trainable = {
  kernelscope: 1,
  title: 'Trainable',
  seed: 3,
  dataset: { name: 'mnist', train: 64, test: 50 },
  model: {
    input_shape: [28, 28, 1],
    layers: [
      { class_name: 'MaxPooling2D', config: { name: 'pool', pool_size: 7 } },
      { class_name: 'Flatten', config: { name: 'flat' } },
      { class_name: 'Dense', config: { name: 'out', units: 10, activation: 'softmax' } },
    ],
  },
  compile: { optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] },
  fit: { epochs: 1, batch_size: 32, validation_split: 0 },
};

const linkTo = (document: unknown) => `#k1=${deflateRawSync(JSON.stringify(document)).toString('base64url')}`;

test('five widgets load one by one, near the viewport; a sixth says what is wrong with its link', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(siteUrl())) asked.push(request.url().slice(siteUrl().length));
  });
  await openHost(page, {
    widgets: {
      first: `document="${linkTo(small('First'))}"`,
      second: `document="${linkTo(small('Second'))}" show="lens" theme="dark"`,
      third: `document="${linkTo(small('Third'))}" show="code" lock="model"`,
      fourth: `document="${linkTo(small('Fourth'))}" show="stage,probe" lock="probe" lang="de"`,
      fifth: `document="${linkTo(trainable)}" show="curves" data="reduced"`,
      sixth: 'document="#k1=broken"',
    },
  });
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual(['kernel-scope.js']);

  const frames: string[] = [];
  for (const id of ['first', 'second', 'third', 'fourth', 'fifth']) {
    await arrive(page, id);
    frames.push(id);
    const loaded = await page
      .locator('kernel-scope iframe')
      .evaluateAll((all) => all.map((frame) => (frame.getRootNode() as ShadowRoot).host.id));
    expect(loaded).toEqual(frames);
    expect(asked.filter((path) => path.startsWith('embed.html'))).toHaveLength(frames.length);
    const title = await page.evaluate(async (id) => {
      const { scope } = document.getElementById(id) as Widget;
      await scope.ready;
      return ((await scope.getDocument()) as { title: string }).title;
    }, id);
    expect(title.toLowerCase()).toBe(id === 'fifth' ? 'trainable' : id);
  }
  await expect(
    (await frameOf(page, 'second')).getByRole('region', { name: pageText.lens.panel }),
  ).toBeVisible();
  await expect((await frameOf(page, 'third')).locator('.python')).toContainText('Conv2D');
  const fourth = await frameOf(page, 'fourth');
  await expect(fourth.locator('html')).toHaveAttribute('lang', 'de');
  await expect(fourth.locator('.probe-picture')).toBeVisible();
  await expect(fourth.locator('.probe :is(.sources, .move, button)')).toHaveCount(0);

  await arrive(page, 'sixth');
  const said = await page.evaluate(() => window.said.sixth!.filter(({ type }) => type !== 'height'));
  expect(said).toMatchObject([{ type: 'error', detail: { code: 'syntax' } }, { type: 'ready' }]);
  await expect((await frameOf(page, 'sixth')).getByRole('alert')).toContainText(
    (said[0]!.detail as { message: string }).message,
  );
  expect(await page.evaluate(() => window.shift)).toBe(0);
});

test('a host page makes every call there is, and listens', async ({ page }) => {
  await openHost(page, { widgets: { one: `document="${linkTo(trainable)}"` } });
  const { answers, heard, refused, version, own } = await page.evaluate(async (small) => {
    const { scope } = document.getElementById('one') as Widget;
    // A call brings a widget that nobody has scrolled to; here its first document is there.
    await scope.getDocument();
    const heard: Record<string, number> = {};
    for (const event of [
      'batch',
      'epoch',
      'trained',
      'trace',
      'document',
      'score',
      'compared',
      'focus',
    ] as const)
      scope.on(event, () => {
        heard[event] = (heard[event] ?? 0) + 1;
      });
    const answers: Record<string, unknown> = {};
    const note = async (name: string, answer: Promise<unknown>) => {
      const value = await answer;
      answers[name] = value instanceof Blob ? `Blob ${value.size > 1000}` : (value ?? 'done');
    };
    await note('getDocument', scope.getDocument());
    await note('summary', scope.summary());
    const first = await scope.getWeights('out');
    await note('getWeights', Promise.resolve(first.map(({ data }) => data instanceof Float32Array)));
    await note('setWeights', scope.setWeights('out', first));
    await note('editWeights', scope.editWeights('out', [{ weight: 'bias', index: [0], value: 0.5 }]));
    await note('restoreWeights', scope.restoreWeights());
    await note('setInput', scope.setInput({ split: 'test', index: 3 }));
    await note('moveInput', scope.moveInput({ dx: 1 }));
    await note('activations', scope.activations('out'));
    await note('explain', scope.explain('out', [1]));
    await note('gradients', scope.gradients({ target: 1 }));
    await note('resetStates', scope.resetStates());
    await note('train', scope.train());
    await note('step', scope.step('batch'));
    await note('history', scope.history());
    await note('pause', scope.pause());
    await note('evaluate', scope.evaluate({ split: 'test' }));
    await note('mistakes', scope.mistakes({ split: 'test', limit: 1 }));
    const refused: Record<string, unknown> = {};
    const refuse = async (name: string, call: Promise<unknown>) => {
      const error = (await call.catch((error: unknown) => error)) as Record<string, unknown>;
      refused[name] = error instanceof Error && {
        code: error.code,
        path: error.path,
        expected: error.expected,
      };
      answers[name] = 'refused';
    };
    await refuse('predictions', scope.predictions({ split: 'test' }));
    await note('reset', scope.reset());
    await note('experiment', scope.experiment({ repeats: 1, epochs: 1 }));
    await note('compare', scope.compare({ documents: [await scope.getDocument()], epochs: 1 }));
    await note('toPython', scope.toPython());
    await note('fromPython', scope.fromPython(await scope.toPython()));
    await note('toKeras', scope.toKeras());
    await note('fromKeras', scope.fromKeras(await scope.toKeras()));
    const table = new Blob([
      `a,b,y\n${Array.from({ length: 40 }, (_, at) => `${at},${at % 7},${at % 2}`).join('\n')}`,
    ]);
    await note('inspectData', scope.inspectData(table, { reading: { samples: 'rows' } }));
    await note('openData', scope.openData(table, { reading: { samples: 'rows' } }));
    await note('closeData', scope.closeData());
    await note('shareUrl', scope.shareUrl());
    await note('backend', scope.backend());
    await note('setBackend', scope.setBackend('cpu'));
    await note('setDocument', scope.setDocument(small));
    await note('undo', scope.undo());
    await note('redo', scope.redo());
    await note('lesson', scope.lesson());
    const own = Object.keys(scope);
    await refuse('unknown layer', scope.explain('nothing', [0]));
    await refuse('signal', scope.openData(table, { signal: new AbortController().signal }));
    return { answers, heard, refused, version: await scope.version, own };
  }, small('Other'));
  for (const name of CALLS) expect(answers[name], name).toBeDefined();
  expect(own.toSorted()).toEqual([...CALLS, 'on', 'ready', 'version'].toSorted());
  expect(answers).toMatchObject({
    getDocument: { title: 'Trainable' },
    getWeights: [true, true],
    train: { stopped: 'finished', batches: [{ step: 1 }, { step: 2 }] },
    toKeras: 'Blob true',
    openData: { dataset: { name: 'custom' } },
    backend: { name: expect.stringMatching(/webgl|wasm|cpu/) },
    undo: true,
    redo: true,
  });
  expect(answers.shareUrl).toMatch(new RegExp(`^${siteUrl()}index.html#k1=`));
  expect(heard).toMatchObject({ batch: 3, epoch: 1, trained: 2, document: 3, score: 1, compared: 1 });
  expect(refused['unknown layer']).toEqual({
    code: 'not-found',
    path: 'layer',
    expected: expect.any(String),
  });
  expect(refused.signal).toMatchObject({ code: 'unsupported' });
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

/** In a page: trains one batch through a widget and tells what came of it. */
async function trainBatch(id: string): Promise<{ readonly batches: number; readonly moved: boolean }> {
  const { scope } = document.getElementById(id) as Widget;
  const before = (await scope.getWeights('out'))[0]!.data;
  const { batches } = await scope.step('batch');
  const after = (await scope.getWeights('out'))[0]!.data;
  return { batches: batches.length, moved: after.some((value, at) => value !== before[at]) };
}

/** In a frame: how the browser refuses it storage. */
function refusedStorage(): string | undefined {
  try {
    localStorage.getItem('');
    return undefined;
  } catch (error) {
    return (error as Error).name;
  }
}

const TRAINED = { batches: 1, moved: true };

test('the widget trains on a page with a strict policy, Trusted Types and no referrer', async ({ page }) => {
  const site = new URL(siteUrl()).origin;
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${site}`,
    "style-src 'self'",
    'img-src data:',
    `frame-src ${site}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  const referrers: unknown[] = [];
  page.on('request', (request) => referrers.push(request.headers().referer));
  await openHost(page, {
    widgets: { strict: `document="${linkTo(trainable)}" show="lens"` },
    headers: { 'Content-Security-Policy': policy.join('; '), 'Referrer-Policy': 'no-referrer' },
  });
  await arrive(page, 'strict');
  expect(await page.evaluate(trainBatch, 'strict')).toEqual(TRAINED);
  expect(referrers.filter(Boolean)).toEqual([]);
  expect(await page.evaluate(() => window.shift)).toBe(0);
});

test('the widget trains on a page that may do nothing but run scripts: no origin, no storage', async ({
  page,
}) => {
  await openHost(page, {
    widgets: { bare: `document="${linkTo(trainable)}"` },
    headers: { 'Content-Security-Policy': 'sandbox allow-scripts' },
  });
  await arrive(page, 'bare');
  expect(await page.evaluate(() => window.origin)).toBe('null');
  expect(await page.evaluate(trainBatch, 'bare')).toEqual(TRAINED);
  expect(await (await frameOf(page, 'bare')).evaluate(refusedStorage)).toBe('SecurityError');
});

test('a plain frame tells the page around it that it is ready and how high it is, and trains', async ({
  page,
}) => {
  const heard = "addEventListener('message', ({ data }) => said.plain.push(data)); said.plain = [];";
  const frame = `<iframe sandbox="allow-scripts" width="900" height="300" style="border: 0"
    src="${siteUrl()}embed.html${linkTo(trainable)}&show=stage&height=auto"></iframe>`;
  await openHost(page, { widgets: {}, body: `<script>${heard}</script>${frame}` });
  await page.waitForFunction(() => window.said.plain!.some(({ type }) => type === 'ready'), undefined, {
    timeout: 30_000,
  });
  const said = await page.evaluate(() => window.said.plain!);
  for (const message of said) {
    const keys = { hello: ['page'], height: ['height'], ready: [] }[message.type as 'hello'];
    expect(Object.keys(message).toSorted()).toEqual([...keys, 'kernelscope', 'type'].toSorted());
  }
  const [inner] = page.frames().filter((one) => one.url().startsWith(siteUrl()));
  const trained = await inner!.evaluate(async () => (await window.kernelscope.step('batch')).batches.length);
  expect(trained).toBe(1);
});

test('with the cookies of third parties blocked the widget trains, and stores nothing', async ({
  page,
  context,
}) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true });
  await openHost(page, { widgets: { third: `document="${linkTo(trainable)}"` } });
  await arrive(page, 'third');
  expect(await page.evaluate(trainBatch, 'third')).toEqual(TRAINED);
  expect(await (await frameOf(page, 'third')).evaluate(refusedStorage)).toBe('SecurityError');
});

test('forged messages change nothing and slow nothing', async ({ page }) => {
  await openHost(page, { widgets: { one: `document="${linkTo(trainable)}"` } });
  await arrive(page, 'one');
  const result = await page.evaluate(async (inside) => {
    const element = document.getElementById('one') as Widget;
    const { scope } = element;
    const seen = async () =>
      JSON.stringify([
        await scope.getDocument(),
        await scope.history(),
        [...(await scope.getWeights('out'))[0]!.data],
      ]);
    const time = async () => {
      const start = performance.now();
      for (let i = 0; i < 20; i++) await scope.summary();
      return performance.now() - start;
    };
    const before = await seen();
    const quiet = await time();
    // Its parts come one after the other, and it tells the heights that they give it.
    let said: number;
    do {
      said = window.said.one!.length;
      await new Promise((rested) => setTimeout(rested, 500));
    } while (window.said.one!.length > said);
    // Another window on the same page, which reaches both ends.
    const evil = document.createElement('iframe');
    evil.srcdoc = '<p>Advertisement</p>';
    document.body.append(evil);
    await new Promise((loaded) => {
      evil.onload = loaded;
    });
    (window as unknown as { target: unknown }).target =
      element.shadowRoot!.querySelector('iframe')!.contentWindow;
    const sent = (evil.contentWindow as unknown as { eval(code: string): number }).eval(inside);
    // And the page around the widget itself, past its port.
    const target = element.shadowRoot!.querySelector('iframe')!.contentWindow!;
    const { port2 } = new MessageChannel();
    target.postMessage({ kernelscope: 1, type: 'connect' }, '*', [port2]);
    for (let i = 0; i < 2000; i++)
      target.postMessage({ kernelscope: 1, type: 'call', id: i, name: 'reset', args: [] }, '*');
    const busy = await time();
    return { same: (await seen()) === before, quiet, busy, sent, said: window.said.one!.length - said };
  }, FLOOD);
  expect(result).toMatchObject({ same: true, sent: 10_002, said: 0 });
  // Twenty calls there and back, while twelve thousand messages and 20 MB are dropped; a tenth of it on a quiet machine.
  expect(result.busy).toBeLessThan(result.quiet + 8000);
});

/** Run in a window beside the widget: 10,000 messages at once to the widget's frame and the host's page, some of 10 MB. */
const FLOOD = `(() => {
  const shapes = [
    { kernelscope: 1, type: 'connect' },
    { kernelscope: 1, type: 'hello', page: 'evil' },
    { kernelscope: 1, type: 'call', id: 1, name: 'reset', args: [] },
    { kernelscope: 1, type: 'ready' },
    { kernelscope: 1, type: 'height', height: 9 },
    'text', null, { constructor: { prototype: { polluted: true } } },
  ];
  let sent = 0;
  for (let i = 0; i < 5000; i++)
    for (const to of [parent.target, parent]) {
      to.postMessage(shapes[i % shapes.length], '*');
      sent++;
    }
  const large = { kernelscope: 1, type: 'hello', page: 'x'.repeat(10_000_000) };
  for (const to of [parent.target, parent]) {
    to.postMessage(large, '*');
    sent++;
  }
  return sent;
})()`;

test('a widget whose site is not there, or not allowed, says so and gives a link', async ({
  page,
  guard,
}) => {
  await openHost(page, {
    widgets: {
      gone: `document="#k1=abc" src="${siteUrl()}not/there/embed.html"`,
      blocked: 'src="http://localhost:9/embed.html" lang="de"',
    },
    headers: { 'Content-Security-Policy': `frame-src ${new URL(siteUrl()).origin}` },
  });
  const start = await page.evaluate(async () => {
    for (const id of ['gone', 'blocked']) {
      document.getElementById(id)!.scrollIntoView();
      await new Promise((frame) => setTimeout(frame, 100));
    }
    return performance.now();
  });
  await page.waitForFunction(() => window.said.gone && window.said.blocked, undefined, { timeout: 10_000 });
  expect(await page.evaluate((start) => performance.now() - start, start)).toBeLessThan(6000);
  const said = await page.evaluate(() => window.said);
  for (const id of ['gone', 'blocked']) {
    expect(said[id]).toMatchObject([{ type: 'error', detail: { code: 'network' } }]);
    const catalogue = id === 'gone' ? text : german;
    await expect(page.locator(`#${id}`).getByRole('alert')).toContainText(catalogue.failed);
  }
  const link = page.locator('#gone').getByRole('link', { name: text.open });
  await expect(link).toHaveAttribute('href', /not\/there\/index\.html#.*k1=abc/);
  const code = await page.evaluate(async () => {
    const { scope } = document.getElementById('gone') as Widget;
    const late = await scope.summary().catch((error) => error);
    return [
      late.code,
      ((await scope.ready.catch((error: { code: string }) => error)) as { code: string }).code,
    ];
  });
  expect(code).toEqual(['network', 'network']);
  guard.complaints.length = 0;
});

test('attributes are followed while the widget runs; a click loads one that waits for it', async ({
  page,
}) => {
  await openHost(page, {
    widgets: {
      live: `document="${linkTo(small('Before'))}" height="auto"`,
      click: 'loading="click" show="lens"',
    },
  });
  await arrive(page, 'live');
  const frame = await frameOf(page, 'live');
  const html = frame.locator('html');
  const entries = await page.evaluate(() => history.length);
  await expect(html).toHaveAttribute('data-theme', 'light');
  // The page around turns dark, by whatever means.
  await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'dark'));
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => document.getElementById('live')!.setAttribute('theme', 'light'));
  await expect(html).toHaveAttribute('data-theme', 'light');
  const title = await page.evaluate(
    async (link) => {
      const live = document.getElementById('live') as Widget;
      live.setAttribute('document', link);
      live.setAttribute('lang', 'de');
      live.setAttribute('show', 'code,curves');
      live.setAttribute('lock', 'model,training');
      // What is called after that is served after that.
      await Promise.resolve();
      return ((await live.scope.getDocument()) as { title: string }).title;
    },
    linkTo(small('After')),
  );
  expect(title).toBe('After');
  await expect(html).toHaveAttribute('lang', 'de');
  await expect(frame.locator('.code-panel')).toBeVisible();
  await expect(frame.locator('.stage')).toHaveCount(0);
  await expect(frame.locator('.code-editor, .lab-run')).toHaveCount(0);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  // As high as what it shows, once that is there.
  const height = (element: Element) => element.getBoundingClientRect().height;
  await expect
    .poll(async () => {
      const [outside, inside] = await Promise.all([
        page.locator('#live').evaluate(height),
        html.evaluate(height),
      ]);
      return Math.abs(outside - inside);
    })
    .toBeLessThanOrEqual(1);

  // A lesson opens in the place of the document, and says how far it is.
  const lesson = await page.evaluate(async () => {
    const live = document.getElementById('live') as Widget;
    live.setAttribute('lesson', 'sliding-window');
    return (await live.scope.lesson())?.id;
  });
  expect(lesson).toBe('sliding-window');
  await page.waitForFunction(() => window.said.live!.some(({ type }) => type === 'lesson'));

  await page.evaluate(() => document.getElementById('click')!.scrollIntoView());
  await page.locator('#click').getByRole('button', { name: text.start }).click();
  await arrive(page, 'click');
  await expect(page.locator('#click iframe')).toHaveCount(1);
});

test('the wheel over a widget scrolls the page around it', async ({ page }) => {
  await openHost(page, { widgets: { one: `document="${linkTo(small('Wheel'))}"` } });
  await arrive(page, 'one');
  const box = (await page.locator('#one').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 2000);
  await page.waitForFunction((before) => scrollY > before + 100, before);
});

test('the code that is handed out moves nothing on its page, however late the script', async ({ page }) => {
  await page.route('**/kernel-scope.js', async (route) => {
    await new Promise((late) => setTimeout(late, 400));
    await route.continue();
  });
  const [, written] = /```html\n(<script type="module"[^`]*)```/.exec(
    readFileSync('docs/embedding.md', 'utf8'),
  )!;
  const documented = written!
    .replaceAll('https://YOUR-SITE/', siteUrl())
    .replaceAll('#k1=…', linkTo(small('Documented')));
  const shared = tagCode({
    site: siteUrl(),
    opens: linkTo(small('Shared')).slice(1),
    show: ['stage'],
    lock: [],
    theme: 'auto',
    language: 'auto',
    reduced: false,
    click: false,
    height: 400,
    title: 'Shared',
  });
  for (const code of [documented, shared]) {
    await openWritten(page, code);
    await page.waitForFunction(() => window.said['']?.some(({ type }) => type === 'ready'), undefined, {
      timeout: 30_000,
    });
    expect(await page.evaluate(() => window.shift), code).toBe(0);
  }
});

test('what is no lesson, no link and no place to be is said, or survived', async ({ page }) => {
  await openHost(page, {
    widgets: { one: 'lesson="sliding-windw" show="lens,code"', two: 'document="no link" height="auto"' },
  });
  await arrive(page, 'one');
  const one = await frameOf(page, 'one');
  await expect(one.getByRole('alert')).toContainText('there is no lesson "sliding-windw" here');
  const faults = (id: string) =>
    page.evaluate((id) => window.said[id]!.filter(({ type }) => type === 'error'), id);
  expect(await faults('one')).toMatchObject([{ detail: { code: 'not-found', path: 'lesson' } }]);
  // The code goes to the open layer's line, and what is around it stays where it is.
  await expect(one.locator('.cm-open-layer').first()).toBeAttached();
  expect(await one.evaluate(() => scrollY)).toBe(0);

  await arrive(page, 'two');
  expect(await faults('two')).toMatchObject([{ detail: { code: 'syntax' } }]);
  // Its own height comes back when it no longer follows the widget's.
  const two = page.locator('#two');
  await expect.poll(() => two.evaluate((element: HTMLElement) => element.style.height)).toMatch(/px$/);
  await two.evaluate((element) => element.removeAttribute('height'));
  await expect.poll(() => two.evaluate((element: HTMLElement) => element.style.height)).toBe('');

  // Other attributes, another site and another place leave the history of the page around alone.
  const entries = await page.evaluate(() => history.length);
  const document_ = await page.evaluate(async () => {
    const two = document.getElementById('two') as Widget & { moveBefore?: unknown };
    for (let n = 0; n < 100; n++) {
      two.setAttribute('theme', n % 2 === 0 ? 'dark' : 'light');
      two.setAttribute('lang', n % 3 === 0 ? 'de' : 'fr');
      if (n % 10 === 0) await two.scope.summary();
    }
    const frame = two.shadowRoot!.querySelector('iframe');
    // Moved in one piece the widget goes on; taken out and put back it begins anew.
    (document.body as unknown as { moveBefore(node: Node, before: Node | null): void }).moveBefore(two, null);
    const kept = two.shadowRoot!.querySelector('iframe') === frame;
    await two.scope.summary();
    two.setAttribute('src', two.shadowRoot!.querySelector('iframe')!.src.replace(/#.*/, '?again'));
    await two.scope.summary();
    document.body.prepend(two);
    two.setAttribute('document', '');
    return { kept, title: ((await two.scope.getDocument()) as { title: string }).title };
  });
  expect(document_).toEqual({ kept: true, title: 'Digits' });
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('twenty widgets that come and go leave no frame, listener, timer or element', async ({ page }) => {
  await watchTimers(page);
  await openHost(page, { widgets: {} });
  const left = await page.evaluate(async () => {
    const { addEventListener: add, removeEventListener: remove } = window;
    let listeners = 0;
    Object.assign(window, {
      addEventListener(...args: Parameters<typeof add>) {
        listeners++;
        add(...args);
      },
      removeEventListener(...args: Parameters<typeof remove>) {
        listeners--;
        remove(...args);
      },
    });
    const timers = () => (window as unknown as { liveTimers: Set<number> }).liveTimers.size;
    const before = timers();
    const refs: WeakRef<Element>[] = [];
    for (let n = 0; n < 20; n++) {
      const widget = document.createElement('kernel-scope') as Widget;
      widget.setAttribute('lesson', 'sliding-window');
      document.body.prepend(widget);
      refs.push(new WeakRef(widget));
      // Some go before their frame is there, some while it loads, the last ones ready.
      widget.scope.on('trace', () => undefined);
      widget.scope.summary().catch(() => undefined);
      if (n < 18) await new Promise((later) => setTimeout(later, n * 20));
      else await widget.scope.ready;
      widget.remove();
    }
    Object.assign(window, { refs });
    await new Promise((later) => setTimeout(later, 500));
    return { listeners, timers: timers() - before };
  });
  expect(left).toEqual({ listeners: 0, timers: 0 });
  expect(page.frames()).toHaveLength(1);
  const devtools = await page.context().newCDPSession(page);
  await expect
    .poll(async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return page.evaluate(
        () => (window as unknown as { refs: WeakRef<Element>[] }).refs.filter((ref) => ref.deref()).length,
      );
    })
    .toBe(0);
});
