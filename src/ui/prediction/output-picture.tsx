import { type PointerEvent, type ReactElement, useCallback, useRef } from 'react';
import { distributionPicture } from '../../scene/charts/distribution.ts';
import { outputPicture } from '../../scene/charts/output.ts';
import { headOutputs, outputForm } from '../../scene/charts/output-form.ts';
import { targetAt } from '../../scene/hit.ts';
import type { Picture, Target } from '../../scene/marks.ts';
import { outputsText } from '../../text/layers/outputs.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { placeText } from '../lens/place-text.ts';
import { LiveCanvas } from '../live-canvas.tsx';
import { knownOf } from '../stage/said-of-probe.ts';
import { askWhy, hover } from '../view-actions.ts';
import './output-picture.css';

/** Forms that have a picture beside their numbers. */
const PICTURED: ReadonlySet<string> = new Set(['distribution', 'yes-no', 'number', 'heads']);

/** An output as what it is; what it shows is said in words beside it. Pointing at a head's class lights its cell; one probability asks why. */
export function OutputPicture({ output }: { readonly output: string }): ReactElement | null {
  const { stores } = useKernelscope();
  const network = useDocument((state) => state.network);
  const several = headOutputs(network)?.includes(output) === true;
  const form = several ? 'heads' : outputForm(network, output);
  const drawn = useRef<Picture>(undefined);
  const draw = useCallback(
    (width: number, height: number) => {
      const { trace } = stores.trace.getState();
      const now = stores.document.getState().network;
      const values = trace?.layers.get(output)?.output.data;
      if (!trace || !values || !now.byName.has(output)) return undefined;
      drawn.current =
        form === 'distribution'
          ? distributionPicture(values, width, height)
          : outputPicture(now, trace, output, knownOf(stores, output), width, height);
      return drawn.current;
    },
    [stores, output, form],
  );
  const subscribe = useCallback((changed: () => void) => stores.trace.subscribe(changed), [stores]);
  const cellAt = ({
    currentTarget,
    clientX,
    clientY,
  }: PointerEvent): (Target & { type: 'cell' }) | undefined => {
    const { left, top, width } = currentTarget.getBoundingClientRect();
    const by = drawn.current ? drawn.current.width / width : 1;
    const target = drawn.current && targetAt(drawn.current, (clientX - left) * by, (clientY - top) * by);
    return target?.type === 'cell' ? target : undefined;
  };
  if (form === 'shares') return <p className="muted">{outputsText.apart}</p>;
  if (!PICTURED.has(form)) return null;
  if (form === 'yes-no') {
    const focus = { layer: output, index: [0] };
    const why = page.prediction.whyAt(placeText(focus.index, [1]));
    return (
      <button
        type="button"
        className="output-picture"
        data-form={form}
        title={why}
        onClick={() => askWhy(stores, focus)}
        onPointerEnter={() => hover(stores, focus)}
        onPointerLeave={() => hover(stores, undefined)}
      >
        <LiveCanvas draw={draw} subscribe={subscribe} />
        <span className="spoken">{why}</span>
      </button>
    );
  }
  return (
    <div
      className="output-picture"
      data-form={form}
      aria-hidden="true"
      onPointerMove={(event) => hover(stores, cellAt(event))}
      onPointerLeave={() => hover(stores, undefined)}
      onPointerUp={(event) => {
        const cell = cellAt(event);
        if (cell) askWhy(stores, cell);
      }}
    >
      <LiveCanvas draw={draw} subscribe={subscribe} />
    </div>
  );
}
