import { lazy, type ReactElement, Suspense, useCallback } from 'react';
import { channelAxisOf } from '../../model/channel-axis.ts';
import { WORD } from '../../model/datasets/definition.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { formatShape } from '../../scene/format.ts';
import { layerScale } from '../../scene/layer-scale.ts';
import { samplePicture } from '../../scene/samples/sample-picture.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { useDocument, useInputShape, useKernelscope, useLocked } from '../context.ts';
import { LiveCanvas } from '../live-canvas.tsx';
import { LiveText } from './live-text.tsx';
import { MoveGroup } from './move-group.tsx';
import { pictureShape } from './picture/picture-store.ts';
import { aboutText, movedLine, rangeText, sourceText } from './probe-text.ts';
import { SampleSteps } from './samples.tsx';
import { Sources } from './sources.tsx';

const SoundButton = lazy(async () => ({ default: (await import('./sound-button.tsx')).SoundButton }));
const ShiftGroup = lazy(async () => ({ default: (await import('./shift-group.tsx')).ShiftGroup }));

function drawProbe(stores: Stores, width: number, height: number) {
  const { probe, trace } = stores.trace.getState();
  if (!trace) return undefined;
  const { network } = stores.document.getState();
  const axis = Math.min(channelAxisOf(network, INPUT_NAME), probe.input.shape.length - 1);
  return samplePicture(probe.input, layerScale(trace, INPUT_NAME), width, height, axis);
}

/** The input that is looked at, what its numbers mean, how it is moved, and where it comes from. */
export function Probe(): ReactElement {
  const { stores } = useKernelscope();
  const shape = useInputShape();
  const dataset = useDocument((state) => datasetOf(state.document.dataset));
  const texts = dataset.unit === WORD && shape.length === 1;
  const fits = String(dataset.shape) === String(shape);
  const locked = useLocked('probe');
  const draw = useCallback((width: number, height: number) => drawProbe(stores, width, height), [stores]);
  // Training makes a trace many times a second; the probe stays what it is.
  const subscribe = useCallback(
    (changed: () => void) =>
      stores.trace.subscribe((state, before) => {
        if (state.probe !== before.probe || !state.trace !== !before.trace) changed();
      }),
    [stores],
  );
  return (
    <section className="probe" aria-label={page.probe.title}>
      <div className="probe-head">
        <h2 className="section-title">{page.probe.title}</h2>
        {fits && !locked && <SampleSteps />}
      </div>
      {/* Word numbers draw no picture: the words stand below. */}
      {!texts && (
        <div
          className="probe-image"
          data-axes={shape.length}
          role="img"
          aria-label={page.probe.picture(formatShape(shape))}
        >
          <LiveCanvas className="probe-picture" draw={draw} subscribe={subscribe} />
        </div>
      )}
      <div className="probe-lines">
        <LiveText className="probe-source" read={sourceText} />
        <LiveText className="probe-moved" read={movedLine} />
        <LiveText className="probe-about" read={aboutText} />
        <LiveText className="probe-range" read={rangeText} />
      </div>
      {fits && dataset.sounds !== undefined && (
        <Suspense>
          <SoundButton count={dataset.sounds} />
        </Suspense>
      )}
      {!locked && pictureShape(shape) && <MoveGroup key={`move ${shape}`} />}
      {!locked && (shape.length === 2 || texts) && (
        <Suspense>
          <ShiftGroup key={`shift ${shape}`} />
        </Suspense>
      )}
      {!locked && <Sources key={`${shape} ${fits}`} fits={fits} />}
    </section>
  );
}
