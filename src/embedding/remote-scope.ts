import type { Scope, ScopeEvents } from '../scope/scope.ts';
import type { CallName, EventName } from './calls.ts';

type Remote<Call> = Call extends (...args: infer Args) => infer Answer
  ? (...args: Args) => Promise<Awaited<Answer>>
  : never;

/**
 * The scope of a widget as a host page has it: every call gives a promise. Functions and signals do not cross, so
 * `inspectData` and `openData` take neither `progress` nor `signal`.
 */
export type RemoteScope = { readonly [Name in CallName]: Remote<Scope[Name]> } & {
  /** The version of the site that the widget comes from. */
  readonly version: Promise<string>;
  /** Settles within 5 s of the widget's loading, which begins near the viewport or with the first call. */
  readonly ready: Promise<void>;
  /** Listens from now on, also to a widget that is yet to load; returns the function that takes the handler off. */
  on<Name extends EventName>(event: Name, handler: (value: ScopeEvents[Name]) => void): () => void;
};
