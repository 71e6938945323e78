import { type Caller, createCaller, type Said } from './call-scope.ts';
import { readToWindow } from './messages.ts';

export type { Said };

/** The part of a frame that is used. */
interface HostFrame {
  readonly contentWindow: {
    postMessage(message: unknown, origin: string, transfer?: Transferable[]): void;
  } | null;
}

/** The part of the host's window that is used. */
interface HostWindow {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** A page's side of one widget, whose frame may come, go and come again. */
export interface Host extends Omit<Caller, 'connect' | 'disconnect'> {
  /** Waits for the hello of the page in `frame`, of `origin` or, where that page is sandboxed, of none. */
  attach(frame: HostFrame, origin: string): void;
  /** The frame is gone. */
  detach(): void;
}

/**
 * Hands a port to the page in the widget's frame once it says hello. Messages of anybody else are dropped by their
 * source, before anybody looks at them. `said` is told what the frame says of itself.
 */
export function createHost(window: HostWindow, said: (message: Said) => void): Host {
  const caller = createCaller(said);
  let attached: { readonly frame: HostFrame; readonly origin: string } | undefined;
  let page: string | undefined;

  function receive(event: MessageEvent<unknown>): void {
    const inFrame = attached?.frame.contentWindow;
    if (!attached || !inFrame || event.source !== (inFrame as unknown)) return;
    const { origin } = attached;
    if (event.origin !== origin && event.origin !== 'null') return;
    const message = readToWindow(event.data);
    if (message?.type !== 'hello' || message.page === undefined || message.page === page) return;
    page = message.page;
    const { port1, port2 } = new MessageChannel();
    inFrame.postMessage({ kernelscope: 1, type: 'connect' }, event.origin === 'null' ? '*' : origin, [port2]);
    caller.connect(port1);
  }

  return {
    ...caller,
    attach(frame, origin) {
      attached = { frame, origin };
      window.addEventListener('message', receive);
      // It may have said hello before anybody listened. What is said to an empty frame is lost, and this tells nothing.
      frame.contentWindow?.postMessage({ kernelscope: 1, type: 'hello' }, '*');
    },
    detach() {
      attached = undefined;
      window.removeEventListener('message', receive);
      caller.disconnect();
    },
  };
}
