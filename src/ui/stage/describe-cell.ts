import type { Focus } from '../../model/document.ts';
import { explain } from '../../model/explain.ts';
import { INPUT_NAME, type Network } from '../../model/network.ts';
import type { Trace, Weights } from '../../model/trace.ts';
import { formatCount, formatNumber } from '../../scene/format.ts';
import { page } from '../../text/page.ts';
import { placeText } from '../lens/place-text.ts';
import { describeAxes } from './describe-axes.ts';
import { describeRecurrence } from './describe-recurrence.ts';
import { describeSequence } from './describe-sequence.ts';

/** How one output number comes about, in sentences. */
export function describeCell(
  network: Network,
  trace: Trace,
  weights: Weights,
  focus: Focus,
  words?: readonly string[],
): string {
  const layer = network.byName.get(focus.layer);
  if (!layer || focus.layer === INPUT_NAME) return '';
  const said = explain(network, trace, weights, focus.layer, focus.index);
  const { spoken } = page;
  const count = formatCount(said.terms.length);
  const place = placeText(focus.index, layer.outputShape);
  const parts: string[] = [spoken.cell(focus.layer, place, formatNumber(said.output))];
  parts.push(...describeSequence(network, trace, focus, words));
  const steps = describeRecurrence(network, trace, weights, focus);
  // The sums of a recurrent layer are those of its gates.
  if (steps.length > 0) return [...parts, ...steps].join(' ');
  parts.push(...describeAxes(network, focus));
  const { reduction } = layer.definition.derive(layer.config, layer.inputShapes, focus.index);
  if (reduction === 'sum') {
    const sum = said.terms.reduce((total, term) => total + (term.product ?? term.input), 0);
    parts.push(spoken.sum(count, formatNumber(sum)));
    if (said.bias !== undefined) parts.push(spoken.bias(formatNumber(said.bias)));
  } else if (reduction === 'max') parts.push(spoken.max(count));
  else if (reduction === 'mean') parts.push(spoken.mean(count));
  if (said.activation !== undefined && said.activation !== 'linear' && said.pre_activation !== undefined) {
    parts.push(
      spoken.activation(said.activation, formatNumber(said.pre_activation), formatNumber(said.output)),
    );
  } else if (reduction === 'identity') parts.push(spoken.same);
  return parts.join(' ');
}
