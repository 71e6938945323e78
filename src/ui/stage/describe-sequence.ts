import { flatIndex } from '../../base/tensor.ts';
import type { Focus } from '../../model/document.ts';
import type { Network } from '../../model/network.ts';
import { readTrace } from '../../model/read-trace.ts';
import type { Trace } from '../../model/trace.ts';
import { formatCount, formatNumber } from '../../scene/format.ts';
import { tapSteps, timeWindow } from '../../scene/lens/time-window.ts';
import { spokenSequence } from '../../text/spoken-sequence.ts';

/**
 * Of a layer that reads a sequence or a text: which of its steps the cell sees, with their words where they have some,
 * how many lie on padding, and which step wins a maximum. Nothing of other layers.
 */
export function describeSequence(
  network: Network,
  trace: Trace,
  { layer, index }: Focus,
  words: readonly string[] | undefined,
): string[] {
  const node = network.byName.get(layer);
  const name = node?.inputs[0];
  const source = name === undefined ? undefined : readTrace(trace, name);
  if (!node || name === undefined || !source) return [];
  const steps = source.shape[0]!;
  const wordAt = (step: number) => (words?.length === steps ? words[step] : undefined);
  if (node.definition.operation === 'lookup' && source.shape.length === 1) {
    const number = formatNumber(source.data[index[0]!]!);
    const word = wordAt(index[0]!);
    return [word ? spokenSequence.lookedUp(word, number) : spokenSequence.number(number)];
  }
  if (node.definition.operation === 'dense' && index.length === 2) return [spokenSequence.shared];
  const [window, ...more] = node.definition.windows?.(node.config, node.inputShapes) ?? [];
  if (!window || more.length > 0 || source.shape.length !== 2 || window.transposed || window.size !== steps)
    return [];
  const time = timeWindow(window);
  const { steps: taps, first, last } = tapSteps(time, index.length === 1 ? 0 : index[0]!);
  const inside = taps.filter((step) => step >= 0 && step < steps);
  const said = inside.map(wordAt).filter((word) => word !== undefined && word !== '');
  const parts = [spokenSequence.steps(formatCount(first), formatCount(last), name)];
  if (said.length > 0 && said.length < 8) parts.push(spokenSequence.words(said.join(' ')));
  if (inside.length < taps.length)
    parts.push(spokenSequence.padding(formatCount(taps.length - inside.length), formatCount(taps.length)));
  if (window.dilation > 1) parts.push(spokenSequence.gaps(formatCount(window.dilation)));
  if (time.causal) parts.push(spokenSequence.causal);
  if (node.definition.operation === 'max_pool' && inside.length > 0) {
    const at = (step: number) => source.data[flatIndex(source.shape, [step, index.at(-1)!])]!;
    const winner = inside.reduce((best, step) => (at(step) > at(best) ? step : best));
    parts.push(spokenSequence.won(formatCount(winner), wordAt(winner)));
  }
  return parts;
}
