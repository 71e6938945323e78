import { channelAxisOf } from '../../model/channel-axis.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';

/** Which part of the sequence's time the steps of a layer stand for, of 1. */
export interface TimeShare {
  readonly from: number;
  readonly to: number;
}

/** Steps in time: where the middle of the first one stands, and how far one is from the next, in steps of `of`. */
interface Timing {
  /** The sequence whose steps are the measure, and how many it has. */
  readonly of: string;
  readonly steps: number;
  readonly first: number;
  readonly each: number;
}

const found = new WeakMap<Network, ReadonlyMap<string, Timing>>();

function stepsOf(network: Network, name: string, shape: readonly number[]): number | undefined {
  return shape.length === 2 ? shape[1 - channelAxisOf(network, name)] : undefined;
}

/** The timing of what a layer gives, from that of what it reads; undefined where its steps are others. */
function timingAfter(layer: NetworkLayer, before: Timing, read: number, steps: number): Timing | undefined {
  const [window, ...more] = layer.definition.windows?.(layer.config, layer.inputShapes) ?? [];
  if (window && more.length === 0 && !window.transposed && window.size === read && window.output === steps) {
    const reach = (window.kernel - 1) * window.dilation;
    // A causal window ends at its step, any other lies around it.
    const causal = window.before === reach && window.after === 0 && reach > 0;
    const first = causal ? 0 : reach / 2 - window.before;
    return { ...before, first: before.first + first * before.each, each: before.each * window.stride };
  }
  return read === steps ? before : undefined;
}

function timingsOf(network: Network): ReadonlyMap<string, Timing> {
  const timings = new Map<string, Timing>();
  const own = (name: string, steps: number): Timing => ({ of: name, steps, first: 0, each: 1 });
  const input = stepsOf(network, INPUT_NAME, network.inputShape);
  if (input !== undefined) timings.set(INPUT_NAME, own(INPUT_NAME, input));
  for (const layer of network.layers) {
    const steps = stepsOf(network, layer.name, layer.outputShape);
    if (steps === undefined) continue;
    const source = partOf(layer.inputs[0] ?? INPUT_NAME).layer;
    const before = timings.get(source);
    const shape = source === INPUT_NAME ? network.inputShape : network.byName.get(source)!.outputShape;
    const read = stepsOf(network, source, shape);
    const after = before && read !== undefined ? timingAfter(layer, before, read, steps) : undefined;
    timings.set(layer.name, after ?? own(layer.name, steps));
  }
  return timings;
}

/**
 * Where in the time of the sequence that it comes from a layer's steps stand: an output step at the middle of its window,
 * of a causal layer at the end of it. Sequences drawn by it stand under one another in time.
 */
export function timeShare(network: Network, name: string, steps: number): TimeShare {
  const timings = found.get(network) ?? timingsOf(network);
  found.set(network, timings);
  const timing = timings.get(name);
  if (!timing) return { from: 0, to: 1 };
  const { first, each, steps: all } = timing;
  const from = (first - each / 2 + 0.5) / all;
  return { from: Math.max(0, from), to: Math.min(1, from + (each * steps) / all) };
}
