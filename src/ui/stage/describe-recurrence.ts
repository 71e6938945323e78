import type { Focus } from '../../model/document.ts';
import type { RecurrentGates } from '../../model/layers/definition.ts';
import type { Network, NetworkLayer } from '../../model/network.ts';
import { readTrace } from '../../model/read-trace.ts';
import type { Trace, Weights } from '../../model/trace.ts';
import { formatCount, formatNumber } from '../../scene/format.ts';
import { recurrentText } from '../../text/layers/recurrent.ts';

/** What went on in a unit at the step looked at, which its output may not tell. */
function gatesAt(
  layer: NetworkLayer,
  trace: Trace,
  weights: Weights,
  { index, step }: Focus,
): RecurrentGates | undefined {
  const { definition, config } = layer;
  const inputs = layer.inputs.map((name) => readTrace(trace, name)!);
  const values = { inputs, weights: weights.get(layer.name) ?? [] };
  const unrolled = step === undefined ? undefined : definition.unroll?.(config, values);
  const at = unrolled?.moments.findIndex((moment) => moment.step === step) ?? -1;
  if (!unrolled || at < 0) return definition.gates?.(config, values, index);
  const { before, states } = unrolled.moments[at]!;
  const unit = index.at(-1)!;
  const state = (of: number) => ({ before: before[of]![unit]!, after: states[of]![unit]! });
  const gates = unrolled.sums(at, unit).map(({ gate, pre, value }) => [gate, { pre_activation: pre, value }]);
  return {
    step: step!,
    gates: unrolled.gates.length > 1 ? Object.fromEntries(gates) : {},
    hidden: state(0),
    ...(states.length > 1 && { cell: state(1) }),
  };
}

/** A recurrent layer's step in sentences: its gates, and its states before and after. Empty of other layers. */
export function describeRecurrence(network: Network, trace: Trace, weights: Weights, focus: Focus): string[] {
  const layer = network.byName.get(focus.layer)!;
  if (layer.definition.operation !== 'recurrent') return [];
  const said = gatesAt(layer, trace, weights, focus);
  if (!said) return [];
  const { spoken, gates, hidden, cell } = recurrentText;
  const steps = formatCount(layer.inputShapes[0]![0]!);
  const units = formatCount(layer.outputShape.at(-1)!);
  const state = (name: string, { before, after }: RecurrentGates['hidden']) =>
    spoken.state(name, formatNumber(before), formatNumber(after));
  return [
    spoken.step(formatCount(said.step), steps, formatCount(focus.index.at(-1)!), units),
    ...Object.entries(said.gates).map(([letter, { pre_activation, value }]) =>
      spoken.gate(gates[letter] ?? letter, formatNumber(pre_activation), formatNumber(value)),
    ),
    ...(said.cell ? [state(cell, said.cell)] : []),
    state(hidden, said.hidden),
  ];
}
