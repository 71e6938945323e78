import { type ReactElement, useCallback, useMemo } from 'react';
import { useStore } from 'zustand/react';
import { findDataset } from '../../model/datasets/registry.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { formatCount, formatShape } from '../../scene/format.ts';
import { layerScale } from '../../scene/layer-scale.ts';
import type { TraceState } from '../../stores/state.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { LiveCanvas } from '../live-canvas.tsx';
import { mapPicture } from './map-picture.ts';
import { Samples } from './samples.tsx';
import { isTyped, TypeGrid } from './type-grid.tsx';

/** Where the probe comes from, in words. */
function sourceText({ source, label }: TraceState['probe']): string {
  if (source.type === 'tensor') return page.probe.tensor;
  if (source.type === 'noise') return page.probe.noise;
  const split = source.split === 'test' ? page.probe.test : page.probe.train;
  return page.probe.sample(split, formatCount(source.index), label === undefined ? '?' : String(label));
}

function drawProbe(stores: Stores, width: number, height: number) {
  const { probe, trace } = stores.trace.getState();
  if (!trace) return undefined;
  return mapPicture(probe.input, layerScale(trace, INPUT_NAME), width, height);
}

export function Probe(): ReactElement {
  const { stores } = useKernelscope();
  const probe = useStore(stores.trace, (state) => state.probe);
  const ready = useStore(stores.trace, (state) => state.trace !== undefined);
  const network = useDocument((state) => state.network);
  const dataset = useDocument((state) => findDataset(state.document.dataset.name));
  const fits = useMemo(
    () => dataset !== undefined && String(dataset.shape) === String(network.inputShape),
    [dataset, network],
  );
  const draw = useCallback((width: number, height: number) => drawProbe(stores, width, height), [stores]);
  // Training makes a trace many times a second; the probe stays what it is.
  const subscribe = useCallback(
    (changed: () => void) =>
      stores.trace.subscribe((state, before) => {
        if (state.probe !== before.probe || !state.trace !== !before.trace) changed();
      }),
    [stores],
  );
  const source = ready ? sourceText(probe) : page.starting;
  return (
    <section className="probe" aria-label={page.probe.title}>
      <h2 className="section-title">{page.probe.title}</h2>
      <div role="img" aria-label={page.probe.picture(source, formatShape(network.inputShape))}>
        <LiveCanvas className="probe-picture" draw={draw} subscribe={subscribe} />
      </div>
      <p className="probe-source">{source}</p>
      <div className="probe-choice">
        {fits && <Samples />}
        {!fits && !isTyped(network.inputShape) && <p className="muted">{page.probe.noSamples}</p>}
        <TypeGrid />
      </div>
    </section>
  );
}
