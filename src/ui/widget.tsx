import { type ReactElement, useEffect } from 'react';
import { type Kernelscope, KernelscopeContext } from './context.ts';
import { Lab, Probe } from './late.tsx';
import { Notices } from './notices.tsx';
import { useMachinery } from './page.tsx';
import { Prediction } from './prediction/prediction.tsx';
import { Stage } from './stage/stage.tsx';
import { openLens, pinned } from './view-actions.ts';

const PARTS = ['probe', 'stage', 'lens', 'prediction', 'lab'] as const;

export type WidgetPart = (typeof PARTS)[number];

/** The parts that were asked for; the stage where none of them exists. */
export function partsOf(asked: readonly string[]): WidgetPart[] {
  const parts = PARTS.filter((part) => asked.includes(part));
  return parts.length > 0 ? parts : ['stage'];
}

/** The same parts without the page around them. */
export function Widget({
  app,
  parts,
}: {
  readonly app: Kernelscope;
  readonly parts: readonly WidgetPart[];
}): ReactElement {
  useMachinery(app);
  useEffect(() => {
    // A lens was asked for and the document names none: that of the first cell with a window.
    const { open } = app.stores.view.getState();
    if (!parts.includes('lens') || open !== undefined) return;
    const first = () => {
      const { layer, index } = pinned(app.stores);
      if (app.stores.view.getState().open === undefined) openLens(app.stores, layer, index);
    };
    app.scope.ready.then(first, () => undefined);
  }, [app, parts]);
  const stage = parts.includes('stage') || parts.includes('lens');
  return (
    <KernelscopeContext value={app}>
      <div className="widget">
        <Notices />
        <div className="widget-parts">
          {parts.includes('probe') && <Probe />}
          {stage && <Stage />}
          {parts.includes('prediction') && <Prediction />}
          {parts.includes('lab') && <Lab />}
        </div>
      </div>
    </KernelscopeContext>
  );
}
