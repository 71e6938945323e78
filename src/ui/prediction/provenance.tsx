import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { SHIPPED_MODEL, type ShippedModel } from '../../engine/data/shipped-weights.ts';
import { formatCount, formatFixed } from '../../scene/format.ts';
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
  const accuracy = `${formatFixed(100 * model.test_accuracy, 1)}%`;
  return text.shippedOn(formatCount(model.digits), accuracy, formatCount(model.test_digits));
}

/** Where the weights come from. */
export function Provenance(): ReactElement {
  const { stores } = useKernelscope();
  const from = useStore(stores.trace, (state) => state.provenance);
  const seed = useDocument((state) => state.document.seed);
  const epochs = useRun((state) => state.epochs.length);
  const running = useRun((state) => state.status !== 'idle');
  const shipped = useShipped(from === 'shipped');
  const text = page.prediction.provenance;
  const said = () => {
    if (running) return text.running;
    if (from === 'shipped') return shippedText(shipped);
    if (from === 'fresh') return text.fresh(String(seed));
    if (from === 'trained')
      return epochs > 0 ? text.trained(page.prediction.epochs(epochs)) : text.trainedPart;
    return text[from];
  };
  return (
    <p className="provenance">
      <span className="section-title">{page.prediction.weights}</span>
      {said()}
    </p>
  );
}
