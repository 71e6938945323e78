import { afterEach } from 'vitest';
import type { Said } from '../../src/embedding/call-scope.ts';
import { type Frame, serveFrame } from '../../src/embedding/frame.ts';
import { createHost } from '../../src/embedding/host.ts';
import type { Scope } from '../../src/scope/scope.ts';

type Listener = (event: MessageEvent<unknown>) => void;

/** A window as messages see it: what is posted to it arrives a moment later, from a source and an origin. */
class TestWindow {
  readonly listeners = new Set<Listener>();
  /** Messages that arrived, as they were sent. */
  readonly arrived: unknown[] = [];

  addEventListener(_type: 'message', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'message', listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** As it arrives from anybody, claiming whatever it likes. */
  receive(data: unknown, source: unknown, origin: string, ports: readonly MessagePort[] = []): void {
    this.arrived.push(data);
    for (const listener of [...this.listeners]) listener({ data, source, origin, ports } as never);
  }

  /** What another window holds of this one, to post to it. */
  seenBy(poster: { readonly asSource: () => unknown; readonly origin: string }) {
    return {
      postMessage: (data: unknown, _target: string, ports: MessagePort[] = []) => {
        const copy = structuredClone(data);
        setTimeout(() => this.receive(copy, poster.asSource(), poster.origin, ports));
      },
    };
  }
}

const HOST = 'https://course.example';
const SITE = 'https://site.example';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A page and a frame in it, whose scope is served; what the frame says of itself is in `said`. */
export function twoWindows(scope: Scope, { origin = SITE }: { readonly origin?: string } = {}) {
  const hostWindow = new TestWindow();
  const frameWindow = new TestWindow();
  const contentWindow: unknown = frameWindow.seenBy({ asSource: () => parent, origin: HOST });
  const parent: ReturnType<TestWindow['seenBy']> = hostWindow.seenBy({
    asSource: () => contentWindow,
    origin,
  });
  const opened: string[] = [];
  const said: Said[] = [];
  const host = createHost(hostWindow, (message) => said.push(message));
  const attach = () => host.attach({ contentWindow } as never, SITE);
  const serve = (): Frame => {
    const frame = serveFrame(Object.assign(frameWindow, { parent, location: {} }) as never, {
      scope,
      open: async (fragment) => void opened.push(fragment),
    });
    ends.push(frame.end);
    return frame;
  };
  ends.push(host.detach);
  return { host, hostWindow, frameWindow, contentWindow, parent, said, opened, attach, serve };
}

/** Long enough for messages to go and come. */
export const soon = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
