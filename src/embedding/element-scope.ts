import { CALLS, EVENTS, type EventName } from './calls.ts';
import type { Fault } from './fault.ts';
import type { Host } from './host.ts';
import type { RemoteScope } from './remote-scope.ts';

/** As `errorOf` makes it, which comes with the frame: the tag's script loads nothing beside itself. */
export function errorWith(fault: Fault): Error {
  return Object.assign(new Error(fault.message), fault, { name: 'KernelscopeError' });
}

interface Parts {
  /** The widget's host; `load` where somebody asks for the widget. */
  host(load: boolean): Promise<Host>;
  version(): Promise<string>;
  ready(): Promise<void>;
}

/** The scope of a tag, whose host may come later. */
export function elementScope({ host, version, ready }: Parts): RemoteScope {
  const calls = CALLS.map((name) => [
    name,
    async (...args: unknown[]) => (await host(true)).call(name, args),
  ]);
  return Object.freeze(
    Object.defineProperties(Object.fromEntries(calls), {
      version: { get: version, enumerable: true },
      ready: { get: ready, enumerable: true },
      on: {
        enumerable: true,
        value(event: EventName, handler: (value: unknown) => void) {
          if (!EVENTS.includes(event)) {
            throw errorWith({ code: 'not-found', path: 'event', message: `No such event: ${event}.` });
          }
          if (typeof handler !== 'function') {
            throw errorWith({ code: 'type', path: 'handler', message: 'The handler is no function.' });
          }
          const off = host(false).then((known) => known.on(event, handler));
          off.catch(() => undefined);
          return () => void off.then((end) => end()).catch(() => undefined);
        },
      },
    }),
  );
}
