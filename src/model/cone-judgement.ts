import { type Cone, readBy } from './cone.ts';
import type { AxisWindow } from './window.ts';

/** What a stack's reach is worth on its sequence. */
export interface ConeJudgement {
  /** Steps from the first to the last that one output can see; undefined behind a transposed window. */
  readonly reach: number | undefined;
  /** Steps of the sequence. */
  readonly size: number;
  /** The step that sees most, the last of several, and how many it reads from the first to the last. */
  readonly step: number;
  readonly first: number;
  readonly last: number;
  /** Steps between `first` and `last` that it does not read: dilation has leapt over them. */
  readonly holes: number;
  /** Steps that no output of the layer reads. */
  readonly unread: number;
  /** Places of the reach that lie outside the sequence wherever the window lies. */
  readonly beyond: number;
  /** Kernel cells that only ever lie on padding: their weights never count. */
  readonly idle: readonly IdleTaps[];
}

interface IdleTaps {
  readonly layer: string;
  readonly taps: readonly number[];
  readonly kernel: number;
}

/** Whether a kernel's cell `tap` lies on an input cell for some output. */
function counts({ size, stride, dilation, before, output }: AxisWindow, tap: number): boolean {
  const first = tap * dilation - before;
  const output0 = Math.max(0, Math.ceil(-first / stride));
  return output0 < output && first + output0 * stride < size;
}

function idleTaps({ levels }: Cone): IdleTaps[] {
  return levels.flatMap(({ name, layer, reads }) => {
    const window = reads[0]?.window;
    if (!layer || !window || window.transposed) return [];
    const { operation, operationOf } = layer.definition;
    if ((operationOf?.(layer.config) ?? operation) !== 'conv') return [];
    const taps = Array.from({ length: window.kernel }, (_, tap) => tap).filter((tap) => !counts(window, tap));
    return taps.length > 0 ? [{ layer: name, taps, kernel: window.kernel }] : [];
  });
}

/** The steps at which an output sees most; those in the middle see what those at the edges do, or more. */
function candidates(size: number): number[] {
  if (size <= 256) return Array.from({ length: size }, (_, step) => step);
  return [0, Math.floor(size / 4), Math.floor(size / 2), Math.floor((3 * size) / 4), size - 1];
}

/** How much of its sequence a cone's layer sees, and how much of its reach is worth nothing. */
export function judgeCone(cone: Cone): ConeJudgement {
  const top = cone.levels.length - 1;
  const { reach, size: outputs } = cone.levels[top]!;
  const { size } = cone.levels[0]!;
  const every = new Set<number>();
  let best = { step: 0, first: 0, last: -1, read: 0 };
  const steps = candidates(outputs);
  for (const step of steps) {
    const seen = readBy(cone, top, step).steps[0]!;
    for (const at of seen) every.add(at);
    if (seen.length === 0) continue;
    const [first, last] = [seen[0]!, seen.at(-1)!];
    if (last - first >= best.last - best.first) best = { step, first, last, read: seen.length };
  }
  const { read, ...widest } = best;
  return {
    reach,
    size,
    ...widest,
    holes: read === 0 ? 0 : best.last - best.first + 1 - read,
    unread: steps.length === outputs ? size - every.size : 0,
    beyond: Math.max(0, (reach ?? 0) - size),
    idle: idleTaps(cone),
  };
}

/** A stack of causal layers of one kernel size, with a dilation a layer. */
export interface CoveringStack {
  readonly kernel: number;
  readonly dilations: readonly number[];
  readonly reach: number;
  /** Weights for each pair of an input and an output channel. */
  readonly weights: number;
}

const KERNELS = [2, 3, 5, 7] as const;
const MOST_LAYERS = 12;

function stackOf(kernel: number, dilations: readonly number[]): CoveringStack {
  const reach = 1 + dilations.reduce((sum, dilation) => sum + (kernel - 1) * dilation, 0);
  return { kernel, dilations, reach, weights: kernel * dilations.length };
}

/** Dilations 1, 2, 4 … until the stack covers the lookback: with them no step within the reach is left out. */
function doubled(kernel: number, lookback: number): CoveringStack | undefined {
  for (let layers = 1; layers <= MOST_LAYERS; layers++) {
    const stack = stackOf(
      kernel,
      Array.from({ length: layers }, (_, at) => 2 ** at),
    );
    if (stack.reach >= lookback) return stack;
  }
  return undefined;
}

/**
 * The smallest stacks whose last output sees the last `lookback` steps, all of them: dilations that double, a kernel
 * size each, the one with the fewest weights first; and the single layer without dilation that does the same.
 */
export function stacksCovering(lookback: number): CoveringStack[] {
  const stacks = [...KERNELS.flatMap((kernel) => doubled(kernel, lookback) ?? []), stackOf(lookback, [1])];
  const kernels = new Set<number>();
  return stacks
    .sort((one, other) => one.weights - other.weights || one.dilations.length - other.dilations.length)
    .filter(({ kernel }) => !kernels.has(kernel) && kernels.add(kernel));
}
