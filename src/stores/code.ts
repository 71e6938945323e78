import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ModelDocument } from '../model/document.ts';
import { minimise } from '../model/normalise.ts';

/** Code as somebody wrote it, and the document that it gave. */
export interface CodeSource {
  readonly code: string;
  /** Models that the code fits from the same lines; 1 where it repeats nothing. */
  readonly repeats: number;
  /** `keyOf` the document. */
  readonly key: string;
}

export interface CodeState {
  /** The latest first: an undone change brings the code back that was written for the document. */
  readonly sources: readonly CodeSource[];
  /** Grows when somebody asks to see the code. */
  readonly asked: number;
}

const MOST = 50;

export function createCodeStore(): StoreApi<CodeState> {
  return createStore<CodeState>(() => ({ sources: [], asked: 0 }));
}

/** What two documents share that say the same model, data and training. */
export function keyOf(document: ModelDocument): string {
  return JSON.stringify({ ...(minimise(document) as object), view: undefined });
}

export function remembered(state: CodeState, source: CodeSource): Partial<CodeState> {
  const others = state.sources.filter(({ key }) => key !== source.key);
  return { sources: [source, ...others].slice(0, MOST) };
}

/** The code that somebody wrote for this document. */
export function sourceOf(state: CodeState, document: ModelDocument): CodeSource | undefined {
  const key = keyOf(document);
  return state.sources.find((source) => source.key === key);
}
