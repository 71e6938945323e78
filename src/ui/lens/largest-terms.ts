import type { Focus } from '../../model/document.ts';
import { explain } from '../../model/explain.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { formatNumber } from '../../scene/format.ts';
import type { FormulaPart } from '../../scene/lens/request.ts';
import type { Stores } from '../../stores/stores.ts';

/** So many terms are listed; all of them stand in the picture. */
const MOST = 5;

/** The terms that weigh most in the cell, largest first, each with its why: the way to them by keyboard. */
export function largestTerms(stores: Stores, { layer, index }: Focus): FormulaPart[] {
  const { network } = stores.document.getState();
  const { trace, weights } = stores.trace.getState();
  const operation = network.byName.get(layer)?.definition.operation;
  // A recurrent layer's lens has them all, by gate; to find them here all its steps would be taken once more.
  if (!trace || operation === 'recurrent') return [];
  const { terms } = explain(network, trace, weights, layer, index);
  // Pixels have no why: the picture shows them, and a list of them would lead nowhere.
  if (terms.length < 2 || terms[0]!.input_layer === INPUT_NAME) return [];
  const size = (term: (typeof terms)[number]) => Math.abs(term.product ?? term.input);
  return [...terms]
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST)
    .map((term) => {
      const target = { type: 'cell', layer: term.input_layer, index: term.input_index } as const;
      const value = formatNumber(term.input);
      if (term.weight === undefined) return { text: value, target, tone: 'term' };
      return { text: `${value} × ${formatNumber(term.weight)}`, target, tone: 'term' };
    });
}
