import type { Scope } from '../scope/scope.ts';
import { CALLS, type CallName, EVENTS, type EventName } from './calls.ts';
import { faultOf } from './fault.ts';
import { readToFrame, type ToHost } from './messages.ts';

/** The part of a port that is used, which a test's has too. */
export type Port = Pick<MessagePort, 'postMessage' | 'close' | 'onmessage'>;

/** A scope that a port is open to. */
export interface Served {
  post(message: ToHost): void;
  end(): void;
}

type Call = (...args: unknown[]) => unknown;

interface ServedParts {
  readonly scope: Scope;
  /** When the first document is there: before that, what answers at once would answer about another one. */
  readonly begun: Promise<void>;
  /** Whether its event `ready` is over. */
  readonly isReady: () => boolean;
  readonly open: (fragment: string) => Promise<void>;
}

/**
 * Lets the other end of a port call the scope and listen to it. `open` goes to the address that it sends; what is
 * called after that waits until it is open.
 */
export function serveScope(port: Port, { scope, begun, isReady, open }: ServedParts): Served {
  const listening = new Map<EventName, () => void>();
  let opened: Promise<unknown> = begun;
  const post = (message: ToHost) => port.postMessage(message);

  async function call(id: number, name: CallName, args: unknown[]): Promise<void> {
    try {
      await opened;
      const value = await (scope[name] as Call)(...args);
      post({ kernelscope: 1, type: 'result', id, value: withoutErrors(value) });
    } catch (error) {
      post({ kernelscope: 1, type: 'fault', id, error: faultOf(error) });
    }
  }

  function listen(event: EventName, on: boolean): void {
    const off = listening.get(event);
    if (on === (off !== undefined)) return;
    off?.();
    listening.delete(event);
    if (!on) return;
    const tell = (value: unknown) =>
      post({ kernelscope: 1, type: 'event', event, value: value instanceof Error ? faultOf(value) : value });
    listening.set(event, scope.on(event, tell));
    // Who asks from another page cannot know that it is late.
    if (event === 'ready' && isReady()) tell(undefined);
  }

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = readToFrame(data);
    if (message?.type === 'call') {
      const { id, name, args } = message;
      const known = CALLS.find((one) => one === name);
      if (known) void call(id, known, args);
      else post({ kernelscope: 1, type: 'fault', id, error: unknownCall(name) });
    } else if (message?.type === 'listen') {
      const event = EVENTS.find((one) => one === message.event);
      if (event) listen(event, message.on);
    } else if (message?.type === 'address') {
      opened = opened.then(() => open(message.fragment)).catch(() => undefined);
    }
  };

  return {
    post,
    end() {
      port.onmessage = null;
      for (const off of listening.values()) off();
      port.close();
    },
  };
}

/** A page may be newer than the site that its widget comes from. */
function unknownCall(name: string) {
  return { code: 'not-found', message: `This version of Kernelscope has no call "${name}".`, path: name };
}

/** Of an error within a value only its message would cross. */
function withoutErrors(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('error' in value)) return value;
  return value.error instanceof Error ? { ...value, error: faultOf(value.error) } : value;
}
