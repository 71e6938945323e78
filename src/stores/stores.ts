import type { StoreApi } from 'zustand/vanilla';
import { digits } from '../model/examples/digits.ts';
import { admit } from '../model/gate.ts';
import { type CodeState, createCodeStore } from './code.ts';
import { type ComparisonState, createComparisonStore } from './comparison.ts';
import { createDocumentStore } from './document.ts';
import { createEmbeddingStore, type EmbeddingState } from './embedding.ts';
import { createExperimentStore, type ExperimentState } from './experiment.ts';
import { createLessonStore, type LessonStore } from './lesson.ts';
import { createRunStore, type RunStore } from './run.ts';
import type { DocumentState, StatusState, TraceState, ViewState } from './state.ts';
import { createStatusStore } from './status.ts';
import { createTraceStore } from './trace.ts';
import { createViewStore } from './view.ts';

export interface Stores {
  readonly document: StoreApi<DocumentState>;
  readonly trace: StoreApi<TraceState>;
  readonly run: RunStore;
  readonly view: StoreApi<ViewState>;
  readonly status: StoreApi<StatusState>;
  readonly code: StoreApi<CodeState>;
  readonly experiment: StoreApi<ExperimentState>;
  readonly comparison: StoreApi<ComparisonState>;
  readonly lesson: LessonStore;
  readonly embedding: StoreApi<EmbeddingState>;
}

/** The state of one page. `json` is the document in hand until another is opened; throws as the gate does. */
export function createStores(json: unknown = digits): Stores {
  const admitted = admit(json);
  return {
    document: createDocumentStore(admitted),
    trace: createTraceStore(admitted.network),
    run: createRunStore(),
    view: createViewStore(),
    status: createStatusStore(),
    code: createCodeStore(),
    experiment: createExperimentStore(),
    comparison: createComparisonStore(),
    lesson: createLessonStore(),
    embedding: createEmbeddingStore(),
  };
}
