import type { CallName, EventName } from './calls.ts';
import { errorOf, type Fault } from './fault.ts';
import { readToHost, type ToFrame, type ToHost } from './messages.ts';
import type { Port } from './serve-scope.ts';

/** What the frame says without being asked. */
export type Said = Exclude<ToHost, { type: 'result' | 'fault' | 'event' }>;

/** The host's end: a scope in a frame, as long as it is there. */
export interface Caller {
  /** Rejects with an error of the scope's form; also where `args` hold what does not cross, and when the frame goes. */
  call(name: CallName, args: readonly unknown[]): Promise<unknown>;
  on(event: EventName, handler: (value: unknown) => void): () => void;
  /** Goes to another address in the frame. */
  open(fragment: string): void;
  /** Connects to the page that is in the frame now: calls that another one has not answered are rejected. */
  connect(port: Port): void;
  /** Rejects what waits for an answer, and what is called from now on, until there is a port again. */
  fail(fault: Fault): void;
  /** The page is gone: calls wait for another one. */
  disconnect(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const GONE: Fault = { code: 'engine', message: 'The widget has been closed or has opened anew.' };

/** What is called before there is a port waits for it. `said` is told what the frame says of itself. */
export function createCaller(said: (message: Said) => void): Caller {
  const waiting = new Map<number, Waiting>();
  const handlers = new Map<EventName, Set<{ handle(value: unknown): void }>>();
  let port: Port | undefined;
  let queued: ToFrame[] = [];
  let failed: Fault | undefined;
  let next = 0;

  function post(message: ToFrame): void {
    if (port) port.postMessage(message);
    else queued.push(message);
  }

  function rejectAll(fault: Fault): void {
    queued = queued.filter(({ type }) => type !== 'call');
    for (const { reject } of waiting.values()) reject(errorOf(fault));
    waiting.clear();
  }

  function answer(id: number): Waiting | undefined {
    const call = waiting.get(id);
    waiting.delete(id);
    return call;
  }

  function receive({ data }: MessageEvent<unknown>): void {
    const message = readToHost(data);
    if (!message) return;
    // It may have been given up between the port's handing over and its first word.
    failed = undefined;
    if (message.type === 'result') answer(message.id)?.resolve(message.value);
    else if (message.type === 'fault') answer(message.id)?.reject(errorOf(message.error));
    else if (message.type === 'event') {
      for (const { handle } of [...(handlers.get(message.event as EventName) ?? [])]) {
        try {
          handle(message.value);
        } catch (error) {
          // A listener's fault is its own.
          reportError(error);
        }
      }
    } else said(message);
  }

  return {
    call: (name, args) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(errorOf(failed));
        const id = next++;
        try {
          // A port clones at once: what the caller changes later is not sent, nor is it where there is no port yet.
          const given = port ? [...args] : structuredClone([...args]);
          post({ kernelscope: 1, type: 'call', id, name, args: given });
          waiting.set(id, { resolve, reject });
        } catch {
          reject(errorOf(uncrossable(name)));
        }
      }),
    on(event, handle) {
      const entry = { handle };
      const set = handlers.get(event) ?? new Set();
      if (set.size === 0) post({ kernelscope: 1, type: 'listen', event, on: true });
      handlers.set(event, set.add(entry));
      return () => {
        if (set.delete(entry) && set.size === 0) post({ kernelscope: 1, type: 'listen', event, on: false });
      };
    },
    open: (fragment) => post({ kernelscope: 1, type: 'address', fragment }),
    connect(opened) {
      const early = port ? [] : queued;
      if (port) {
        port.close();
        rejectAll(GONE);
      }
      port = opened;
      failed = undefined;
      queued = [];
      port.onmessage = receive;
      // Those of `early` would listen twice, which is the same as once.
      for (const [event, set] of handlers) {
        if (set.size > 0) post({ kernelscope: 1, type: 'listen', event, on: true });
      }
      for (const message of early) post(message);
    },
    fail(fault) {
      failed = fault;
      rejectAll(fault);
    },
    disconnect() {
      port?.close();
      port = undefined;
      failed = undefined;
      rejectAll(GONE);
    },
  };
}

function uncrossable(name: string): Fault {
  return {
    code: 'unsupported',
    path: name,
    message:
      'Functions, signals and parts of the page cannot be handed to a widget, which is a page of its own.',
  };
}
