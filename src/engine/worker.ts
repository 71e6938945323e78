import plainPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { expose, transfer } from 'comlink';
import { KernelscopeError } from '../base/errors.ts';
import { createCoalescer } from './coalesce.ts';
import { holdLifeline } from './lifeline.ts';
import {
  type Answer,
  buffersOf,
  type CallName,
  type Calls,
  type EventMessage,
  type LostMessage,
  type Setup,
  toDetail,
} from './messages.ts';
import { createSession } from './session.ts';

/** Milliseconds within which batches are told together: each message wakes the page, which shows them no faster. */
const TELL_EVERY = 40;

let session: Calls | undefined;
let told = -Infinity;

const events = createCoalescer(
  (event) => {
    told = performance.now();
    self.postMessage({ event } satisfies EventMessage, { transfer: buffersOf(event) });
  },
  (flush) => {
    const wait = told + TELL_EVERY - performance.now();
    if (wait > 0) setTimeout(flush, wait);
    else flush();
  },
);

/** The worker's end of the engine: hands calls to the session, and its events out. */
const api = {
  async start({ baseUrl, lifeline }: Setup): Promise<void> {
    const wasmPaths = {
      'tfjs-backend-wasm.wasm': plainPath,
      'tfjs-backend-wasm-simd.wasm': simdPath,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedPath,
    };
    const emit = (event: EventMessage['event']) => {
      events.push(event);
      if (event.type !== 'batches') events.flush();
    };
    const contextLost = () => self.postMessage({ contextLost: true } satisfies LostMessage);
    session = createSession({ wasmPaths, baseUrl, emit, contextLost });
    await holdLifeline(lifeline);
  },
  async call(name: CallName, args: readonly unknown[]): Promise<Answer> {
    try {
      if (!session) throw new KernelscopeError({ code: 'engine', reason: 'not-started' });
      const method = session[name] as (...args: readonly unknown[]) => Promise<unknown>;
      const value = await method(...args);
      return transfer({ ok: true, value }, buffersOf(value));
    } catch (error) {
      // A trap leaves the wasm heap in pieces: the worker ends, and the client starts another.
      if (error instanceof WebAssembly.RuntimeError) reportError(error);
      return { ok: false, error: toDetail(error) };
    } finally {
      // An answer does not overtake the events before it.
      events.flush();
    }
  },
};

export type WorkerApi = typeof api;

expose(api);
