import { type ReactElement, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { isRandom, type KernelPreset, presetEdits, presetsFor } from '../../model/kernels/apply.ts';
import type { NetworkLayer } from '../../model/network.ts';
import { readsColor } from '../../scene/lens/conv-tile.ts';
import { editsOf } from '../../stores/weight-edits.ts';
import { kernelsText } from '../../text/kernels.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { attempt, useDocument, useKernelscope, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { MenuButton } from '../controls/menu.tsx';
import { Segments } from '../controls/segments.tsx';
import { SelectField } from '../controls/select.tsx';
import { pinned } from '../view-actions.ts';
import { chosenWeight, isSetByHand } from './chosen-weight.ts';
import { createKernelBarView } from './kernel-bar-view.ts';
import type { WeightEditor } from './weight-editor.ts';

interface Props {
  readonly layer: NetworkLayer;
  readonly editor: WeightEditor;
}

/** One weight: which, its number, and what it was. Written by `createKernelBarView`, without React. */
function WeightField({ layer, editor }: Props): ReactElement {
  const app = useKernelscope();
  const row = useRef<HTMLDivElement>(null);
  const help = useId();
  useEffect(() => {
    const view = createKernelBarView(row.current!, app, editor, layer);
    return () => view.destroy();
  }, [app, editor, layer]);
  return (
    <div className="weight-field" ref={row}>
      <span className="weight-steps">
        <Button icon="back" aria-label={kernelsText.previous} data-does="step" data-by={-1} />
        <Button icon="forward" aria-label={kernelsText.next} data-does="step" data-by={1} />
      </span>
      <span className="weight-name" data-part="weight-name" />
      <span className="weight-value">
        <Button aria-label={kernelsText.less} data-does="add" data-by={-0.1}>
          −
        </Button>
        <input
          type="text"
          inputMode="text"
          role="spinbutton"
          autoComplete="off"
          spellCheck={false}
          data-part="weight-value"
          aria-label={kernelsText.anyField}
          title={kernelsText.fieldHelp}
          aria-describedby={help}
        />
        <Button aria-label={kernelsText.more} data-does="add" data-by={0.1}>
          +
        </Button>
      </span>
      <span className="weight-was" data-part="weight-was" />
      <span className="spoken" id={help}>
        {kernelsText.fieldHelp}
      </span>
    </div>
  );
}

/** A colour's slice by the colour, any other by its number. */
function sliceName({ inputs, inputShapes }: NetworkLayer, channel: number): string {
  const color = readsColor({ name: inputs[0]!, shape: inputShapes[0]! });
  return color ? kernelsText.oneColor(conv2dText.colors[channel]!) : kernelsText.one(String(channel));
}

/** Kernels that courses show, put on the filter looked at: on one slice of it, or on all. */
function Presets({ layer, editor }: Props): ReactElement {
  const { stores } = useKernelscope();
  const draws = useRef(0);
  const kernel = layer.weights[0]!;
  const channels = kernel.shape.length > 2 ? kernel.shape.at(-2)! : 1;
  const [slices, setSlices] = useState<'all' | 'one'>('all');
  const place = useView((view) => (view.weight?.layer === layer.name ? view.weight.place : undefined));
  const channel = (place?.length === kernel.shape.length - 1 ? place.at(-1) : undefined) ?? 0;
  const count = String(channels);
  const title = kernel.shape.length > 2 ? kernelsText.preset : kernelsText.presetOfUnit;
  const put = (name: KernelPreset) => {
    const filter = pinned(stores).index.at(-1) ?? 0;
    const seed = stores.document.getState().document.seed + draws.current;
    draws.current++;
    const on = channels > 1 && slices === 'one' ? { channel: chosenWeight(stores)!.index.at(-2)! } : {};
    stores.view.setState({ playing: false });
    editor.set(layer.name, presetEdits(name, kernel, { filter, seed, ...on }));
  };
  return (
    <div className="weight-presets">
      <MenuButton
        label={title}
        entries={presetsFor(kernel).map((name) => ({
          id: name,
          label: kernelsText.presets[name],
          note: channels > 1 && slices === 'all' && isRandom(name) ? kernelsText.undivided : undefined,
        }))}
        onChoose={(name) => put(name as KernelPreset)}
      >
        {title}
      </MenuButton>
      {channels > 1 && (
        <Segments
          label={kernelsText.slices}
          options={[
            ['all', kernelsText.all(count)],
            ['one', sliceName(layer, channel)],
          ]}
          value={slices}
          onChange={setSlices}
        />
      )}
    </div>
  );
}

/** A second filter, beside the one looked at. */
function Compare({ layer }: { readonly layer: NetworkLayer }): ReactElement | null {
  const { stores } = useKernelscope();
  const other = useView((view) => (view.compare?.layer === layer.name ? view.compare.channel : undefined));
  const filters = layer.outputShape.at(-1)!;
  if (layer.weights[0]?.shape.length !== 4 || filters < 2) return null;
  const names = Array.from({ length: filters }, (_, at) => kernelsText.filter(String(at)));
  return (
    <SelectField
      label={kernelsText.compare}
      options={[kernelsText.compareNone, ...names]}
      value={other === undefined ? kernelsText.compareNone : names[other]!}
      disabled={false}
      onChange={(name) => {
        const channel = names.indexOf(name);
        stores.view.setState({ compare: channel < 0 ? undefined : { layer: layer.name, channel } });
      }}
    />
  );
}

/** Weights by hand, under the lens of a layer that has any. */
export function KernelBar({ editor }: { readonly editor: WeightEditor }): ReactElement | null {
  const app = useKernelscope();
  // The lens first: what sets its weights is drawn when there is time, in the place that is kept for it.
  const opened = useView((view) => view.open);
  const open = useDeferredValue(opened, undefined);
  const layer = useDocument((state) => (open === undefined ? undefined : state.network.byName.get(open)));
  const comes = useDocument(({ network }) => {
    const layer = network.byName.get(opened ?? '');
    return layer !== undefined && isSetByHand(layer);
  });
  const changed = useStore(
    app.stores.trace,
    (state) => state.provenance === 'edited' && editsOf(state) !== undefined,
  );
  const from = useStore(app.stores.trace, (state) => editsOf(state)?.from);
  if (!comes) return null;
  if (!layer || !isSetByHand(layer)) return <section className="kernel-bar" aria-hidden="true" />;
  return (
    <section className="kernel-bar" aria-label={kernelsText.panel}>
      <WeightField key={layer.name} layer={layer} editor={editor} />
      <Presets key={`presets ${layer.name}`} layer={layer} editor={editor} />
      <Compare layer={layer} />
      <Button icon="reset" disabled={!changed} onClick={() => attempt(app, () => app.scope.restoreWeights())}>
        {from === undefined || from === 'shipped' || from === 'trained'
          ? kernelsText.restore
          : kernelsText.restoreFresh}
      </Button>
    </section>
  );
}
