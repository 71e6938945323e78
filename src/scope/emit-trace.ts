import { copyOf } from './check.ts';
import type { Context } from './context.ts';

/** Says that weights or probe have given another trace. */
export function emitTrace({ stores, events }: Context): void {
  events.emit('trace', { input: copyOf(stores.trace.getState().probe.input) });
}
