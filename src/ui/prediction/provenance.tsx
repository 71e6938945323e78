import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { SHIPPED_MODEL, type ShippedModel } from '../../engine/data/shipped-weights.ts';
import { formatCount, formatPercent } from '../../scene/format.ts';
import type { TraceState } from '../../stores/state.ts';
import { editedLayers, editsOf } from '../../stores/weight-edits.ts';
import { kernelsText } from '../../text/kernels.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope, useRun } from '../context.ts';

/** What is known of the training of the shipped weights: the file has been loaded with them. */
function useShipped(wanted: boolean): ShippedModel | undefined {
  const [model, setModel] = useState<ShippedModel>();
  useEffect(() => {
    if (!wanted) return;
    fetch(new URL(SHIPPED_MODEL, document.baseURI))
      .then((response) => response.json())
      // Without it the page says less.
      .then(setModel, () => undefined);
  }, [wanted]);
  return model;
}

function shippedText(model: ShippedModel | undefined): string {
  const text = page.prediction.provenance;
  if (!model) return text.shipped;
  const accuracy = formatPercent(model.test_accuracy, 1);
  return text.shippedOn(formatCount(model.digits), accuracy, formatCount(model.test_digits));
}

/** The layers changed by hand, as a sentence names them. */
function editedNames(state: TraceState): string {
  const edits = editsOf(state);
  const [first = '', second, ...more] = edits ? editedLayers(edits) : [];
  if (second === undefined) return first;
  return more.length === 0 ? kernelsText.both(first, second) : kernelsText.some(first, more.length + 1);
}

/** Where the weights come from. */
export function Provenance(): ReactElement {
  const { stores } = useKernelscope();
  const from = useStore(stores.trace, (state) => state.provenance);
  const seed = useDocument((state) => state.document.seed);
  const epochs = useRun((state) => state.epochs.length);
  const running = useRun((state) => state.status !== 'idle');
  // Of weights changed by hand: where those that were not come from.
  const rest = useStore(stores.trace, (state) => editsOf(state)?.from);
  const layers = useStore(stores.trace, editedNames);
  const shipped = useShipped(from === 'shipped' || rest === 'shipped');
  const text = page.prediction.provenance;
  const origin = (weights: typeof rest): string => {
    if (weights === undefined || weights === 'edited') return kernelsText.byHand;
    if (weights === 'shipped') return shippedText(shipped);
    if (weights === 'fresh') return text.fresh(String(seed));
    if (weights === 'trained')
      return epochs > 0 ? text.trained(page.prediction.epochs(epochs)) : text.trainedPart;
    return text[weights];
  };
  const said = () => {
    if (running) return text.running;
    if (from !== 'edited') return origin(from);
    return rest === undefined ? kernelsText.byHand : kernelsText.edited(layers, origin(rest));
  };
  return (
    <p className="provenance">
      <span className="section-title">{page.prediction.weights}</span>
      {said()}
    </p>
  );
}
