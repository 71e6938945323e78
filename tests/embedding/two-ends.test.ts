import { describe, expect, test, vi } from 'vitest';
import { createCaller } from '../../src/embedding/call-scope.ts';
import { CALLS, EVENTS } from '../../src/embedding/calls.ts';
import type { Scope } from '../../src/scope/scope.ts';
import { setUp, small, trainable } from '../scope/setup.ts';
import { soon, twoWindows } from './two-windows.ts';

async function connected(document: unknown = trainable) {
  const parts = await setUp(document);
  const windows = twoWindows(parts.scope);
  windows.attach();
  const frame = windows.serve();
  await readyIn(windows);
  return { ...parts, ...windows, frame };
}

const readyIn = ({ said }: Pick<ReturnType<typeof twoWindows>, 'said'>) =>
  vi.waitFor(() => expect(said.map(({ type }) => type)).toContain('ready'));

describe('the handshake', () => {
  test('the frame says hello, gets a port once, and says that it is ready through it', async () => {
    const { said, hostWindow, frameWindow, scope } = await connected();
    expect(said.map(({ type }) => type)).toEqual(['open', 'ready']);
    expect(said[0]).toMatchObject({ version: scope.version });
    const connects = frameWindow.arrived.filter((data) => (data as { type: string }).type === 'connect');
    expect(connects).toHaveLength(1);
    // To the window only what says nothing about the model.
    for (const data of hostWindow.arrived) {
      expect(Object.keys(data as object).toSorted()).toEqual(
        (data as { type: string }).type === 'hello'
          ? ['kernelscope', 'page', 'type']
          : ['kernelscope', 'type'],
      );
    }
  });

  test('a host that comes later says hello itself', async () => {
    const { scope } = await setUp();
    const windows = twoWindows(scope);
    windows.serve();
    await soon();
    expect(windows.said).toEqual([]);
    windows.attach();
    await readyIn(windows);
    expect(windows.said.map(({ type }) => type)).toEqual(['open', 'ready']);
    expect(await windows.host.call('summary', [])).toHaveLength(3);
  });

  test('without a host that knows ports, the window around is told ready and height, and nothing else', async () => {
    const { scope } = await setUp();
    const { serve, hostWindow } = twoWindows(scope);
    const frame = serve();
    frame.tellHeight(320);
    frame.tellHeight(320);
    await vi.waitFor(() => expect(hostWindow.arrived.length).toBeGreaterThan(2));
    expect(hostWindow.arrived).toEqual([
      { kernelscope: 1, type: 'hello', page: expect.any(String) },
      { kernelscope: 1, type: 'height', height: 320 },
      { kernelscope: 1, type: 'ready' },
    ]);
  });

  test('a sandboxed frame, whose origin is none, is known by its window', async () => {
    const { scope } = await setUp();
    const windows = twoWindows(scope, { origin: 'null' });
    windows.attach();
    windows.serve();
    await readyIn(windows);
  });

  test('a frame that was given up while its port was on the way is served after all', async () => {
    const said: string[] = [];
    const caller = createCaller(({ type }) => said.push(type));
    const { port1, port2 } = new MessageChannel();
    caller.connect(port1);
    caller.fail({ code: 'network', message: 'Late.' });
    await expect(caller.call('summary', [])).rejects.toThrow('Late.');
    port2.postMessage({ kernelscope: 1, type: 'open', version: '1.0.0' });
    await vi.waitFor(() => expect(said).toEqual(['open']));
    port2.onmessage = ({ data }) =>
      port2.postMessage({ kernelscope: 1, type: 'result', id: data.id, value: 'served' });
    expect(await caller.call('summary', [])).toBe('served');
    caller.disconnect();
    port2.close();
  });

  test('a page of another origin in the frame is not taken for the widget', async () => {
    const { scope } = await setUp();
    const windows = twoWindows(scope, { origin: 'https://elsewhere.example' });
    windows.attach();
    windows.serve();
    await soon();
    expect(windows.said).toEqual([]);
  });

  test('a frame that is loaded anew is connected anew; what the old one owed is rejected', async () => {
    const { host, frame, serve, said, scope } = await connected();
    const heard = vi.fn();
    host.on('document', heard);
    await soon();
    const training = host.call('train', [{ epochs: 50 }]);
    await soon();
    frame.end();
    serve();
    await expect(training).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringContaining('closed'),
    });
    await vi.waitFor(() => expect(said.filter(({ type }) => type === 'open')).toHaveLength(2));
    await scope.pause();
    await host.call('setDocument', [small]);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('calls', () => {
  test('every call of the scope crosses: none is left out, and none is invented', async () => {
    const { scope } = await setUp();
    const functions = Object.entries(scope).filter(([, value]) => typeof value === 'function');
    expect(CALLS.toSorted()).toEqual(
      functions
        .map(([name]) => name)
        .filter((name) => name !== 'on')
        .toSorted(),
    );
  });

  test('answers are those of the scope, typed arrays and all', async () => {
    const { host, scope } = await connected();
    expect(await host.call('getDocument', [])).toEqual(scope.getDocument());
    expect(await host.call('summary', [])).toEqual(scope.summary());
    const [kernel] = (await host.call('getWeights', ['out'])) as Awaited<ReturnType<Scope['getWeights']>>;
    expect(kernel!.data).toBeInstanceOf(Float32Array);
    expect(kernel).toEqual((await scope.getWeights('out'))[0]);
    expect(await host.call('explain', ['out', [1]])).toEqual(await scope.explain('out', [1]));
  });

  test('typed arrays and blobs are handed in', async () => {
    const { host, scope } = await connected(small);
    const data = Float32Array.from({ length: 36 }, (_, at) => at / 36);
    await host.call('setInput', [{ tensor: { shape: [6, 6, 1], data } }]);
    expect((await scope.activations('input')).input!.data).toEqual(data);
    await expect(host.call('fromKeras', [new Blob(['no archive'])])).rejects.toMatchObject({
      code: 'unsupported',
    });
  });

  test('errors keep code, path, expected, received and the sentence', async () => {
    const { host, scope } = await connected();
    const own = await scope.setDocument({ ...small, seed: 'x' }).catch((error: unknown) => error);
    const across = await host.call('setDocument', [{ ...small, seed: 'x' }]).catch((error: unknown) => error);
    expect(across).toBeInstanceOf(Error);
    for (const key of ['code', 'path', 'expected', 'received', 'message'] as const) {
      expect((across as Record<string, unknown>)[key], key).toBe((own as Record<string, unknown>)[key]);
    }
  });

  test('functions are refused with a reason', async () => {
    const { host } = await connected();
    const options = { progress: () => undefined };
    await expect(host.call('openData', [new Blob(['a,b']), options])).rejects.toMatchObject({
      code: 'unsupported',
      path: 'openData',
    });
  });

  test('what is called before there is a port waits for it, as it was', async () => {
    const { scope } = await setUp();
    const { host, attach, serve } = twoWindows(scope);
    const wanted = { ...small, title: 'Early' };
    const early = host.call('setDocument', [wanted]);
    wanted.title = 'Late';
    attach();
    serve();
    await early;
    expect(scope.getDocument()).toMatchObject({ title: 'Early' });
  });

  test('after a failure calls reject at once, until a page comes', async () => {
    const { scope } = await setUp();
    const { host, attach, serve } = twoWindows(scope);
    const waiting = host.call('summary', []);
    host.fail({ code: 'network', message: 'Not there.' });
    await expect(waiting).rejects.toMatchObject({ code: 'network' });
    await expect(host.call('summary', [])).rejects.toMatchObject({ code: 'network' });
    attach();
    serve();
    await vi.waitFor(() => host.call('summary', []));
    expect(await host.call('summary', [])).toHaveLength(3);
  });

  test('a call that there is not is answered, and reaches nothing', async () => {
    const { host } = await connected();
    for (const name of ['constructor', '__proto__', 'toString', 'on', 'hasOwnProperty', 'newCall']) {
      await expect(host.call(name as never, ['polluted'])).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('an own __proto__ in what is handed in pollutes nothing', async () => {
    const { host } = await connected();
    const evil = JSON.parse(`{"__proto__": {"polluted": 1}, "kernelscope": 1}`);
    await expect(host.call('setDocument', [evil])).rejects.toMatchObject({ code: expect.any(String) });
    await expect(host.call('setDocument', [small, evil])).rejects.toMatchObject({ code: 'unknown-key' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('an address is opened before what is called after it', async () => {
    const { host, opened, scope } = await connected();
    const order: string[] = [];
    host.open('#k1=abc');
    await host.call('summary', []).then(() => order.push(...opened));
    expect(order).toEqual(['#k1=abc']);
    expect(scope).toBeDefined();
  });
});

describe('events', () => {
  test('cross while somebody listens', async () => {
    const { host, scope } = await connected();
    const heard = vi.fn();
    const again = vi.fn();
    const off = host.on('document', heard);
    const offAgain = host.on('document', again);
    await host.call('setDocument', [small]);
    expect(heard).toHaveBeenCalledExactlyOnceWith(scope.getDocument());
    off();
    await host.call('setDocument', [trainable]);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(again).toHaveBeenCalledTimes(2);
    offAgain();
    await host.call('setDocument', [small]);
    expect(again).toHaveBeenCalledTimes(2);
  });

  test('that it is ready is told to those who come later, once', async () => {
    const { host } = await connected();
    const heard = vi.fn();
    host.on('ready', heard);
    await host.call('summary', []);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('every event of the scope can be listened to', async () => {
    const { scope } = await setUp();
    for (const event of EVENTS) scope.on(event, () => undefined)();
    expect(() => scope.on('other' as never, () => undefined)).toThrow(EVENTS.join(', '));
  });

  test('an error is said by itself, and as an event with its code', async () => {
    const { host, said, stores } = await connected();
    const heard = vi.fn();
    host.on('error', heard);
    await soon();
    const error = Object.assign(new Error('A sentence.'), { code: 'syntax', path: 'link' });
    stores.status.setState({ error: error as never });
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    const fault = { code: 'syntax', path: 'link', message: 'A sentence.' };
    expect(said.at(-1)).toEqual({ kernelscope: 1, type: 'error', error: fault });
    expect(heard).toHaveBeenCalledExactlyOnceWith(fault);
  });
});

describe('forged messages', () => {
  const bomb = { length: 10_000_000 };
  /** Counts how often anybody looks at what it carries. */
  function watched(data: unknown) {
    let looks = 0;
    const event = {
      get data() {
        looks++;
        return data;
      },
    };
    return { event, looks: () => looks };
  }

  test('from another window, or another origin, are not even looked at', async () => {
    const { hostWindow, frameWindow, contentWindow, said } = await connected();
    const before = said.length;
    const stranger = {};
    for (const [window, source, origin] of [
      [frameWindow, stranger, 'https://course.example'],
      [frameWindow, null, 'null'],
      [hostWindow, stranger, 'https://site.example'],
      [hostWindow, null, 'null'],
      [hostWindow, contentWindow, 'https://evil.example'],
    ] as const) {
      const { event, looks } = watched({ kernelscope: 1, type: 'hello', page: 'new', bomb });
      for (const listener of window.listeners) {
        listener(
          Object.defineProperties(event, { source: { value: source }, origin: { value: origin } }) as never,
        );
      }
      expect(looks()).toBe(0);
    }
    await soon();
    expect(said).toHaveLength(before);
  });

  test('a frame that has its port takes no other, also from the page around', async () => {
    const { frameWindow, parent, host } = await connected();
    const { port1, port2 } = new MessageChannel();
    const answers = vi.fn();
    port1.onmessage = answers;
    frameWindow.receive({ kernelscope: 1, type: 'connect' }, parent, 'https://course.example', [port2]);
    port1.postMessage({ kernelscope: 1, type: 'call', id: 1, name: 'reset', args: [] });
    await soon();
    expect(answers).not.toHaveBeenCalled();
    expect(await host.call('summary', [])).toHaveLength(3);
    port1.close();
  });

  test('through the port: wrong shapes are passed over, and the next call is answered', async () => {
    const { scope } = await setUp();
    const { frameWindow, parent, serve } = twoWindows(scope);
    serve();
    const { port1, port2 } = new MessageChannel();
    const answers: unknown[] = [];
    port1.onmessage = ({ data }) => answers.push(data);
    frameWindow.receive({ kernelscope: 1, type: 'connect' }, parent, 'https://course.example', [port2]);
    await soon();
    const before = JSON.stringify(scope.getDocument());
    answers.length = 0;
    for (const data of [
      null,
      7,
      'reset',
      { type: 'call', id: 1, name: 'reset', args: [] },
      { kernelscope: 1, type: 'call', id: '1', name: 'reset', args: [] },
      { kernelscope: 1, type: 'call', id: 1, name: 'reset', args: [], extra: true },
      { kernelscope: 1, type: 'listen', event: 'batch' },
      new Uint8Array(10_000_000),
    ])
      port1.postMessage(data);
    port1.postMessage({ kernelscope: 1, type: 'call', id: 2, name: 'version', args: [] });
    port1.postMessage({ kernelscope: 1, type: 'call', id: 3, name: 'getDocument', args: [] });
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers).toMatchObject([
      { type: 'fault', id: 2, error: { code: 'not-found' } },
      { type: 'result', id: 3 },
    ]);
    expect(JSON.stringify(scope.getDocument())).toBe(before);
    port1.close();
  });
});
