import type { Scope } from '../scope/scope.ts';
import { type Fault, faultOf } from './fault.ts';
import { type Announcement, readToWindow, type ToHost } from './messages.ts';
import { type Served, serveScope } from './serve-scope.ts';

/** The part of the frame's window that is used. */
export interface FrameWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly location: { readonly ancestorOrigins?: ArrayLike<string> };
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

export interface FrameParts {
  readonly scope: Scope;
  /** Opens another address's document and options; rejects for nothing. */
  readonly open: (fragment: string) => Promise<void>;
}

export interface Frame {
  /** Tells the page around how high the widget is. */
  tellHeight(height: number): void;
  end(): void;
}

/**
 * The frame's side. It says hello to the page around it and takes one port from it, once; whatever else arrives, from
 * whom ever, is dropped by its source, before anybody looks at it. That the widget is ready, that something went wrong,
 * and how high it is, are said through the port, and without one to the window around, which may be a plain frame's.
 */
export function serveFrame(window: FrameWindow, { scope, open }: FrameParts): Frame {
  const { parent } = window;
  const page = crypto.getRandomValues(new Uint32Array(2)).join('-');
  let served: Served | undefined;
  /** What a port that comes later is told. */
  let ready = false;
  let fault: Fault | undefined;
  let height: number | undefined;

  // The scope's own promise also waits for the choice of a backend.
  const begun = new Promise<void>((begin) => {
    scope.on('ready', () => begin());
    scope.ready.then(begin, () => begin());
  });

  const announce = (message: Announcement) => parent.postMessage(message, '*');

  function tell(message: Exclude<ToHost, { type: 'open' | 'result' | 'fault' | 'event' }>): void {
    if (served) served.post(message);
    else if (message.type === 'height') announce(message);
    else announce({ kernelscope: 1, type: message.type });
  }

  function tellReady(): void {
    if (ready) return;
    ready = true;
    tell({ kernelscope: 1, type: 'ready' });
  }

  function tellFault(error: unknown): void {
    fault = faultOf(error);
    tell({ kernelscope: 1, type: 'error', error: fault });
  }

  function connect(port: MessagePort): void {
    served = serveScope(port, { scope, begun, isReady: () => ready, open });
    served.post({ kernelscope: 1, type: 'open', version: scope.version });
    if (fault) tell({ kernelscope: 1, type: 'error', error: fault });
    if (ready) tell({ kernelscope: 1, type: 'ready' });
    if (height !== undefined) tell({ kernelscope: 1, type: 'height', height });
  }

  function receive(event: MessageEvent<unknown>): void {
    // The source first: to look at what was sent would cost what it weighs.
    if (event.source !== (parent as unknown) || served) return;
    const around = window.location.ancestorOrigins?.[0];
    if (around !== undefined && around !== 'null' && event.origin !== around) return;
    const message = readToWindow(event.data);
    if (message?.type === 'hello') announce({ kernelscope: 1, type: 'hello', page });
    else if (message?.type === 'connect' && event.ports.length === 1) connect(event.ports[0]!);
  }

  window.addEventListener('message', receive);
  announce({ kernelscope: 1, type: 'hello', page });
  // A link that was refused is said before the document that opens in its place.
  const off = [scope.on('error', tellFault), scope.on('ready', tellReady)];
  scope.ready.then(tellReady, (error: unknown) => {
    if (!fault) tellFault(error);
  });

  return {
    tellHeight(next) {
      if (next === height) return;
      height = next;
      tell({ kernelscope: 1, type: 'height', height });
    },
    end() {
      for (const stop of off) stop();
      window.removeEventListener('message', receive);
      served?.end();
    },
  };
}
