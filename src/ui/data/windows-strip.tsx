import { type PointerEvent, type ReactElement, useCallback } from 'react';
import { firstWindow, type Series } from '../../engine/data/series.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { formatCount } from '../../scene/format.ts';
import { windowsStrip } from '../../scene/samples/windows-strip.ts';
import { dataText } from '../../text/datasets.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { LiveCanvas } from '../live-canvas.tsx';

interface Props {
  readonly definition: DatasetDefinition;
  readonly series: Series;
  /** Whether it is the document's data: then the sample in hand is one of its windows. */
  readonly inUse: boolean;
}

/** The series that samples are cut from; the window moves with the sample, and a press takes the one at that place. */
export function WindowsStrip({ definition, series, inUse }: Props): ReactElement | null {
  const app = useKernelscope();
  const { stores } = app;
  const taken = useDocument((state) => state.document.dataset);
  const { storage, available } = definition;
  const windows = storage.type === 'windows' ? storage : undefined;
  const draw = useCallback(
    (width: number, height: number) => {
      if (!windows) return undefined;
      const { source } = stores.trace.getState().probe;
      const first =
        inUse && source.type === 'sample' ? firstWindow(windows, source.split) + source.index : undefined;
      const { lookback, ahead, testFrom, targetChannel: channel } = windows;
      const words = {
        train: dataText.train,
        test: dataText.test,
        window: dataText.window(formatCount(lookback)),
        target: dataText.forecast,
      };
      return windowsStrip({ ...series, channel, testFrom, lookback, ahead, first, words }, width, height);
    },
    [stores, series, windows, inUse],
  );
  const subscribe = useCallback(
    (changed: () => void) =>
      stores.trace.subscribe(({ probe }, before) => {
        if (probe !== before.probe) changed();
      }),
    [stores],
  );
  if (!windows) return null;
  const choose = (event: PointerEvent<HTMLDivElement>) => {
    if (!inUse) return;
    const box = event.currentTarget.getBoundingClientRect();
    const row = Math.floor(((event.clientX - box.left) / box.width) * series.rows);
    const split = row < windows.testFrom ? 'train' : 'test';
    const index = Math.min(row - firstWindow(windows, split), taken[split] - 1);
    void attempt(app, () => app.scope.setInput({ split, index: Math.max(0, index) }));
  };
  return (
    <div className="windows-strip">
      <div role="img" aria-label={dataText.series} onPointerDown={choose}>
        <LiveCanvas className="windows-picture" draw={draw} subscribe={subscribe} />
      </div>
      <p className="muted">
        {dataText.seriesText(formatCount(available.train), formatCount(available.test))}
      </p>
    </div>
  );
}
