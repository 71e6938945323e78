import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand/react';
import type { Part } from '../stores/embedding.ts';
import { type Kernelscope, KernelscopeContext, useKernelscope, useLocked } from './context.ts';
import { CodePanel, Lab, LessonList, LessonPanel, Probe } from './late.tsx';
import { LessonNotices } from './lessons/lesson-notices.tsx';
import { useShown } from './lessons/shown.ts';
import { useMachinery } from './page.tsx';
import { Prediction } from './prediction/prediction.tsx';
import { Stage } from './stage/stage.tsx';
import { openLens, pinned } from './view-actions.ts';
import { Workplace } from './workplace.tsx';

/** What a widget shows that nobody has told. */
const USUAL: readonly Part[] = ['stage'];

/** The parts of the page that were asked for, without the page around them. */
export function Widget({ app }: { readonly app: Kernelscope }): ReactElement {
  useMachinery(app);
  return (
    <KernelscopeContext value={app}>
      <Parts />
    </KernelscopeContext>
  );
}

function Parts(): ReactElement {
  const app = useKernelscope();
  const show = useStore(app.stores.embedding, (state) => (state.show.length > 0 ? state.show : USUAL));
  const lesson = useShown();
  const locked = useLocked('model');
  const lens = show.includes('lens');
  const started = useStore(app.stores.status, ({ phase }) => phase === 'ready');
  useEffect(() => {
    // A lens was asked for and the document names none: that of the first cell with a window.
    if (!lens || !started || app.stores.view.getState().open !== undefined) return;
    const { layer, index } = pinned(app.stores);
    openLens(app.stores, layer, index);
  }, [app, lens, started]);
  // A lesson says itself what stands beside it.
  if (lesson)
    return (
      <div className="widget" data-lesson={lesson.place}>
        <LessonNotices courses={false} />
        {/* What it was opened for; a list of lessons is gone back to. */}
        <LessonPanel closes={show.includes('lesson')} />
        <Workplace shown={lesson} edits={!locked} />
      </div>
    );
  return (
    <div className="widget">
      <LessonNotices courses={false} />
      <div className="widget-parts">
        {show.includes('lesson') && <LessonList courses={false} opened={false} />}
        {show.includes('probe') && <Probe />}
        {(lens || show.includes('stage')) && <Stage />}
        {show.includes('prediction') && <Prediction />}
        {show.includes('lab') ? <Lab /> : show.includes('curves') && <Lab brief />}
        {show.includes('code') && <CodePanel />}
      </div>
    </div>
  );
}
