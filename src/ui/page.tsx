import { type ReactElement, useEffect } from 'react';
import { listenForArchives } from './archive/listen.ts';
import { Side } from './builder/side.tsx';
import { type Kernelscope, KernelscopeContext } from './context.ts';
import { listenForData } from './data/own/listen.ts';
import { listenToKeys } from './keyboard.ts';
import { Dock, Header, Probe } from './late.tsx';
import { Notices } from './notices.tsx';
import { startPlayback } from './playback.ts';
import { applyProjector } from './projector.ts';
import { Stage } from './stage/stage.tsx';
import { applyTheme } from './theme.ts';

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
      <div className="page">
        <Header />
        <Notices />
        <Probe />
        <Stage edits />
        <Side />
        <Dock />
      </div>
    </KernelscopeContext>
  );
}
