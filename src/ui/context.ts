import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import { useShallow } from 'zustand/react/shallow';
import type { KernelscopeError } from '../base/errors.ts';
import type { Shape } from '../base/tensor.ts';
import type { Example } from '../model/examples/example.ts';
import type { Scope } from '../scope/scope.ts';
import type { CodeState } from '../stores/code.ts';
import type { EmbeddingState, Lock } from '../stores/embedding.ts';
import type { DocumentState, RunState, StatusState, ViewState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';
import type { Lessons } from './lessons/lessons.ts';

/** What the page works with. */
export interface Kernelscope {
  readonly scope: Scope;
  readonly stores: Stores;
  readonly examples: readonly Example[];
  readonly lessons: Lessons;
  openExample(example: Example): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Every course's first convolution, by its id. */
export const FIRST_EXAMPLE = 'first-convolution';

export const KernelscopeContext = createContext<Kernelscope | undefined>(undefined);

export function useKernelscope(): Kernelscope {
  const app = useContext(KernelscopeContext);
  if (!app) throw new Error('KernelscopeContext is missing');
  return app;
}

/** The document as panels see it that may follow a moment later; undefined elsewhere. See panel.tsx. */
export const PanelDocument = createContext<DocumentState | undefined>(undefined);

/** Selectors must give values that change rarely: React renders from them. */
export function useDocument<T>(select: (state: DocumentState) => T): T {
  const seen = useContext(PanelDocument);
  const now = useStore(useKernelscope().stores.document, (state) => (seen ? undefined : select(state)));
  return seen ? select(seen) : (now as T);
}

/** The shape of the model's input; the same array until its sizes change, where every document makes one of its own. */
export function useInputShape(): Shape {
  return useDocument(useShallow((state) => state.network.inputShape));
}

export function useRun<T>(select: (state: RunState) => T): T {
  return useStore(useKernelscope().stores.run, select);
}

export function useStatus<T>(select: (state: StatusState) => T): T {
  return useStore(useKernelscope().stores.status, select);
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useKernelscope().stores.view, select);
}

function useEmbedding<T>(select: (state: EmbeddingState) => T): T {
  return useStore(useKernelscope().stores.embedding, select);
}

/** Whether a teacher keeps readers from changing this. */
export function useLocked(lock: Lock): boolean {
  return useEmbedding((state) => state.lock.includes(lock));
}

export function useCode<T>(select: (state: CodeState) => T): T {
  return useStore(useKernelscope().stores.code, select);
}

/** Runs a call of the scope for a control: what it rejects with is said on the page. */
export async function attempt(app: Kernelscope, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    app.stores.status.setState({ error: error as KernelscopeError });
  }
}
