import { type ReactElement, useCallback } from 'react';
import { layerScale } from '../../scene/layer-scale.ts';
import { legendPicture } from '../../scene/legend.ts';
import { page } from '../../text/page.ts';
import { useKernelscope } from '../context.ts';
import { LiveCanvas } from '../live-canvas.tsx';
import { pinned } from '../view-actions.ts';

/** The colour scale of the layer that is looked at. */
export function Legend(): ReactElement {
  const { stores } = useKernelscope();
  const draw = useCallback(
    (width: number, height: number) => {
      const { trace } = stores.trace.getState();
      return trace && legendPicture(layerScale(trace, pinned(stores).layer), width, height);
    },
    [stores],
  );
  const subscribe = useCallback(
    (changed: () => void) => {
      const off = [
        stores.trace.subscribe(changed),
        stores.view.subscribe((view, before) => {
          if (view.open !== before.open || view.cell?.layer !== before.cell?.layer) changed();
        }),
      ];
      return () => {
        for (const stop of off) stop();
      };
    },
    [stores],
  );
  return (
    <div className="legend" role="img" aria-label={page.stage.legend}>
      <LiveCanvas className="legend-canvas" draw={draw} subscribe={subscribe} />
    </div>
  );
}
