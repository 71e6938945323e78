import type { ModelDocument } from '../model/document.ts';
import { admit } from '../model/gate.ts';
import { minimise } from '../model/normalise.ts';
import { redone, replaced, undone } from '../stores/document.ts';
import type { DocumentState } from '../stores/state.ts';
import type { Context } from './context.ts';
import { type Opening, open } from './open.ts';
import { endRun } from './run.ts';
import type { SummaryRow } from './scope.ts';
import { keptWeights, weightsOf } from './weights.ts';

/** The normalised document in its short form. */
export function getDocument({ stores }: Context): unknown {
  return minimise(stores.document.getState().document);
}

/** The document is checked and copied at the call; it is built after the calls before it. */
export async function setDocument(
  context: Context,
  json: unknown,
  options: { readonly weights?: unknown; readonly input?: unknown } = {},
): Promise<void> {
  const admitted = admit(json);
  const { weights, input } = options;
  const given: Opening['weights'] =
    weights === undefined || weights === 'keep'
      ? undefined
      : { tensors: weightsOf(admitted.network, weights), provenance: 'set' };
  return context.queue(async () => {
    if (weights !== 'keep') return open(context, { ...admitted, weights: given, input }, replaced);
    keptWeights(admitted.network, context.stores.trace.getState().weights);
    // The weights to keep are those that the run under way ends with.
    await endRun(context, 'replaced');
    const { weights: last, provenance } = context.stores.trace.getState();
    const kept = { tensors: keptWeights(admitted.network, last), provenance };
    return open(context, { ...admitted, weights: kept, input }, replaced);
  });
}

export async function undo(context: Context): Promise<boolean> {
  return bringBack(context, (state) => state.past.at(-1), undone);
}

export async function redo(context: Context): Promise<boolean> {
  return bringBack(context, (state) => state.future[0], redone);
}

async function bringBack(
  context: Context,
  pick: (state: DocumentState) => ModelDocument | undefined,
  place: Parameters<typeof open>[2],
): Promise<boolean> {
  return context.queue(async () => {
    const document = pick(context.stores.document.getState());
    if (!document) return false;
    await open(context, admit(minimise(document)), place);
    return true;
  });
}

/** A row a layer, in order. */
export function summary({ stores }: Context): SummaryRow[] {
  return stores.document.getState().network.layers.map((layer) => ({
    name: layer.name,
    class_name: layer.kind,
    output_shape: [null, ...layer.outputShape],
    params: layer.params,
    trainable_params: layer.trainableParams,
    macs: layer.macs,
    receptive_field: [...layer.receptiveField],
  }));
}
