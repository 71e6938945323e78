import { type ErrorDetail, KernelscopeError } from '../base/errors.ts';
import type { Tensor } from '../base/tensor.ts';
import type { ModelDocument } from '../model/document.ts';
import type { Weights } from '../model/trace.ts';
import type { Built, Engine, EngineEvent, FitState } from './engine.ts';

/** What the worker is told when it starts. Addresses are absolute: its own may be a `blob:`. */
export interface Setup {
  /** The site's root, from which data files are fetched. */
  readonly baseUrl: string;
  /** Name of the lock that the worker holds while it lives. */
  readonly lifeline: string;
}

/** A build as it crosses to the worker; `runId` is the client's, so that it stays unique when a worker is restarted. */
export interface BuildRequest {
  readonly document: ModelDocument;
  readonly probe: Tensor;
  readonly weights: Weights | undefined;
  readonly runId: number;
  /** Batches already trained; above 0 where a run goes on in a new worker. */
  readonly step: number;
  /** Where the callbacks stood then. */
  readonly fit?: FitState | undefined;
}

/** The engine's calls as the worker serves them; samples are read on the page's side. */
export interface Calls
  extends Omit<
    Engine,
    'build' | 'reset' | 'sample' | 'samples' | 'words' | 'hold' | 'holds' | 'on' | 'destroy'
  > {
  /** Data of the reader's own, by the name that documents call them by. */
  hold(id: string, data: Blob): Promise<void>;
  build(request: BuildRequest): Promise<Built>;
  reset(seed: number, runId: number): Promise<Built>;
  /** The pictures of the last `live` event are on the screen: another may come. */
  acknowledge(): Promise<void>;
}

export type CallName = keyof Calls;

/** The answer to a call. Errors cross as data, since a cloned error loses its code. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorDetail };

/** Posted by the worker without being asked, beside the answers to calls. */
export interface EventMessage {
  readonly event: EngineEvent;
}

/** Posted when the GPU context is gone and the worker begins to recover; `recovered` says when it has. */
export interface LostMessage {
  readonly contextLost: true;
}

export function toDetail(error: unknown): ErrorDetail {
  if (error instanceof KernelscopeError) {
    const { code, path, expected, received, reason } = error;
    return { code, path, expected, received, reason };
  }
  return {
    code: 'engine',
    received: error instanceof Error ? error.message : String(error),
    reason: 'unexpected',
  };
}

/** The buffers of all typed arrays in a value, each once: they are moved to the other side, not copied. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  function visit(part: unknown): void {
    if (part instanceof Float32Array) found.add(part.buffer as ArrayBuffer);
    else if (part instanceof Map) for (const item of part.values()) visit(item);
    else if (typeof part === 'object' && part !== null) for (const item of Object.values(part)) visit(item);
  }
  visit(value);
  return [...found];
}
