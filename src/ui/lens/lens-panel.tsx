import type { ReactElement, Ref } from 'react';
import { formatCount } from '../../scene/format.ts';
import { page } from '../../text/page.ts';
import { useKernelscope, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { KernelBar, ReachBar, SliderField } from '../late.tsx';
import { moveChannel, moveSlice, stepBy, stepTo } from '../view-actions.ts';
import type { WeightEditor } from './weight-editor.ts';

/** A long formula scrolls sideways, so it must be reachable. */
const scrolls = () => ({ tabIndex: 0, role: 'group', 'aria-label': page.lens.formula });

/**
 * Under an open lens: the formula filled with numbers, the transport, the formulas of size and parameters. What
 * changes with the cell is written by `createLensPanel`, without React; it finds its places by `data-part`.
 */
export function LensPanel({
  ref,
  editor,
  edits,
}: {
  readonly ref: Ref<HTMLDivElement>;
  /** Absent: weights are only looked at. */
  readonly editor: WeightEditor | undefined;
  /** The model can be changed. */
  readonly edits: boolean;
}): ReactElement {
  const { stores } = useKernelscope();
  const playing = useView((view) => view.playing);
  const speed = useView((view) => view.speed);
  // A cone and a window in other dimensions are not about single weights.
  const weighs = useView(({ aspect }) => aspect === undefined || aspect === 'filters');
  const rest = (act: () => void) => () => {
    stores.view.setState({ playing: false });
    act();
  };
  return (
    <section className="lens-panel" ref={ref} aria-label={page.lens.panel}>
      <div className="formula" data-part="formula" {...scrolls()} />
      <div className="transport">
        <Button
          icon={playing ? 'pause' : 'play'}
          aria-label={playing ? page.lens.pause : page.lens.play}
          onClick={() => stores.view.setState({ playing: !playing })}
        />
        <span className="transport-steps">
          <Button icon="first" aria-label={page.lens.first} onClick={rest(() => stepTo(stores, 0))} />
          <Button icon="back" aria-label={page.lens.previous} onClick={rest(() => stepBy(stores, -1))} />
          <Button icon="forward" aria-label={page.lens.next} onClick={rest(() => stepBy(stores, 1))} />
          <Button icon="last" aria-label={page.lens.last} onClick={rest(() => stepTo(stores, -1))} />
        </span>
        <input
          className="range"
          type="range"
          min={0}
          step={1}
          data-part="scrub"
          aria-label={page.lens.scrub}
        />
        <output className="place" data-part="place" title={page.lens.fromZero} />
        <span className="channel" data-part="slices">
          <Button
            icon="back"
            aria-label={page.lens.previousSlice}
            onClick={rest(() => moveSlice(stores, -1))}
          />
          <output data-part="slice" title={page.lens.fromZero} />
          <Button
            icon="forward"
            aria-label={page.lens.nextSlice}
            onClick={rest(() => moveSlice(stores, 1))}
          />
        </span>
        <span className="channel" data-part="channels">
          <Button
            icon="back"
            aria-label={page.lens.previousChannel}
            onClick={rest(() => moveChannel(stores, -1))}
          />
          <output data-part="channel" title={page.lens.fromZero} />
          <Button
            icon="forward"
            aria-label={page.lens.nextChannel}
            onClick={rest(() => moveChannel(stores, 1))}
          />
        </span>
        <SliderField
          label={page.lens.speed}
          value={speed}
          min={1}
          max={40}
          text={(cells) => page.lens.speedValue(formatCount(cells))}
          onChange={(next) => stores.view.setState({ speed: next })}
        />
      </div>
      <ReachBar edits={edits} />
      {editor && weighs && <KernelBar editor={editor} />}
      <dl className="lens-facts">
        <div data-part="size-row">
          <dt>{page.lens.outputSize}</dt>
          <dd data-part="size" />
        </div>
        <div data-part="params-row">
          <dt>{page.lens.parameters}</dt>
          <dd data-part="params" />
        </div>
        <div data-part="terms-row">
          <dt>{page.lens.terms}</dt>
          <dd className="terms" data-part="terms" />
        </div>
      </dl>
    </section>
  );
}
