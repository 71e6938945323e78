import type { EngineEvent } from './engine.ts';

/** Gathers events and hands them on together at `soon`'s pace, in order, with neighbouring batches joined. */
export interface Coalescer {
  push(event: EngineEvent): void;
  /** Hands on what is waiting now, so that a call's answer never overtakes the events before it. */
  flush(): void;
}

function join(events: readonly EngineEvent[]): EngineEvent[] {
  const joined: EngineEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event.type === 'batches' && last?.type === 'batches' && last.runId === event.runId) {
      joined[joined.length - 1] = { ...event, records: [...last.records, ...event.records] };
    } else joined.push(event);
  }
  return joined;
}

export function createCoalescer(
  deliver: (event: EngineEvent) => void,
  soon: (callback: () => void) => void,
): Coalescer {
  let waiting: EngineEvent[] = [];
  function flush(): void {
    const events = join(waiting);
    waiting = [];
    for (const event of events) deliver(event);
  }
  return {
    push(event) {
      waiting.push(event);
      if (waiting.length === 1) soon(flush);
    },
    flush,
  };
}
