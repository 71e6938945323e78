import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { ScopeEvents } from './scope.ts';

type EventName = keyof ScopeEvents;

const NAMES: Record<EventName, true> = {
  ready: true,
  document: true,
  trace: true,
  batch: true,
  epoch: true,
  trained: true,
  score: true,
  compared: true,
  focus: true,
  lesson: true,
  error: true,
};

export interface Events {
  emit<K extends EventName>(event: K, value: ScopeEvents[K]): void;
  on<K extends EventName>(event: K, handler: (value: ScopeEvents[K]) => void): () => void;
}

export function createEvents(): Events {
  const handlers = new Map<EventName, Set<{ call: (value: never) => void }>>();
  return {
    emit(event, value) {
      for (const handler of [...(handlers.get(event) ?? [])]) {
        try {
          (handler.call as (value: unknown) => void)(value);
        } catch (error) {
          // A listener's fault is its own: it is reported as an uncaught error, and the scope goes on.
          setTimeout(() => {
            throw error;
          });
        }
      }
    },
    on(event, handler) {
      if (typeof event !== 'string' || !Object.hasOwn(NAMES, event)) {
        throw new KernelscopeError({
          code: 'not-found',
          path: 'event',
          expected: Object.keys(NAMES).join(', '),
          received: printable(event),
          reason: 'event',
        });
      }
      if (typeof handler !== 'function') {
        throw new KernelscopeError({
          code: 'type',
          path: 'handler',
          expected: 'a function',
          received: printable(handler),
        });
      }
      // Wrapped, so that one function registered twice is called twice and taken off once.
      const entry = { call: handler as (value: never) => void };
      const set = handlers.get(event) ?? new Set();
      handlers.set(event, set.add(entry));
      return () => void set.delete(entry);
    },
  };
}
