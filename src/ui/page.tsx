import { type ReactElement, useEffect } from 'react';
import { type Kernelscope, KernelscopeContext } from './context.ts';
import { Header } from './header/header.tsx';
import { listenToKeys } from './keyboard.ts';
import { Lab } from './lab/lab.tsx';
import { Notices } from './notices.tsx';
import { startPlayback } from './playback.ts';
import { Prediction } from './prediction/prediction.tsx';
import { Probe } from './probe/probe.tsx';
import { Stage } from './stage/stage.tsx';
import { applyTheme } from './theme.ts';

/** What both pages need besides their parts: the theme, the keys and the playhead. */
export function useMachinery(app: Kernelscope): void {
  useEffect(() => {
    const off = [applyTheme(app.stores), listenToKeys(app), startPlayback(app.stores)];
    return () => {
      for (const stop of off) stop();
    };
  }, [app]);
}

/** The one page. */
export function Page({ app }: { readonly app: Kernelscope }): ReactElement {
  useMachinery(app);
  return (
    <KernelscopeContext value={app}>
      <div className="page">
        <Header />
        <Notices />
        <Probe />
        <Stage />
        <Prediction />
        <Lab />
      </div>
    </KernelscopeContext>
  );
}
