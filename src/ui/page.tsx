import { type ReactElement, useEffect } from 'react';
import { listenForArchives } from './archive/listen.ts';
import { type Kernelscope, KernelscopeContext } from './context.ts';
import { listenForData } from './data/own/listen.ts';
import { listenToKeys } from './keyboard.ts';
import { Header, LessonPanel } from './late.tsx';
import { LessonNotices } from './lessons/lesson-notices.tsx';
import { useShown } from './lessons/shown.ts';
import { startPlayback } from './playback.ts';
import { applyProjector } from './projector.ts';
import { applyTheme } from './theme.ts';
import { Workplace } from './workplace.tsx';

/** What both pages need besides their parts: the theme, the keys and the playhead. */
export function useMachinery(app: Kernelscope): void {
  useEffect(() => {
    const off = [
      applyTheme(app.stores),
      applyProjector(app.stores),
      listenToKeys(app),
      startPlayback(app.stores),
    ];
    return () => {
      for (const stop of off) stop();
    };
  }, [app]);
}

/** The one page. */
export function Page({ app }: { readonly app: Kernelscope }): ReactElement {
  useMachinery(app);
  useEffect(() => listenForArchives(app), [app]);
  useEffect(listenForData, []);
  return (
    <KernelscopeContext value={app}>
      <Parts />
    </KernelscopeContext>
  );
}

function Parts(): ReactElement {
  const shown = useShown();
  return (
    <div className="page" data-lesson={shown?.place}>
      <Header />
      <LessonNotices courses />
      {shown && <LessonPanel closes />}
      <Workplace shown={shown} edits />
    </div>
  );
}
