import { channelAxisIn } from './channel-axis.ts';
import type { Network, NetworkLayer } from './network.ts';
import { partOf } from './part-names.ts';
import { type AxisWindow, axisWindow, outputsOf, tapsOf } from './window.ts';

/**
 * The receptive cone: which steps of a sequence reach one output, through all the layers that slide over its steps.
 * The axis of the steps is followed down layer by layer, by what each layer's cells read, and no further than it lasts:
 * a Reshape can make another axis of it.
 */
export interface Cone {
  /** From the lowest, which reads nothing here, up to the layer asked for. */
  readonly levels: readonly ConeLevel[];
  /** Axis of the output of the layer asked for along which the steps lie: it may only pass on what the highest level gives. */
  readonly axis: number;
  /** The layer at which the axis of the steps ends above the model's input; absent where it lasts to the input. */
  readonly end?: NetworkLayer;
}

export interface ConeLevel {
  /** A layer, or `input`. */
  readonly name: string;
  readonly layer?: NetworkLayer;
  /** Axis of its output along which the steps lie, and how many. */
  readonly axis: number;
  readonly size: number;
  readonly reads: readonly ConeRead[];
  /** Input steps from the first to the last that one of its steps can see, padding included; undefined behind a transposed window. */
  readonly reach: number | undefined;
  /** Input steps between two of its own. */
  readonly jump: number;
  /** What `reach` adds up, from the lowest level on. */
  readonly grown: readonly ReachTerm[];
}

interface ConeRead {
  /** Which of the levels. */
  readonly level: number;
  readonly window: AxisWindow;
}

/** `(kernel - 1) * dilation * jump`: by how much a layer's window widens the reach. */
export interface ReachTerm {
  readonly layer: string;
  readonly kernel: number;
  readonly dilation: number;
  readonly jump: number;
}

const same = (size: number) => axisWindow({ size, kernel: 1, stride: 1, dilation: 1, padding: 'valid' });

/** Whether every cell at place `p` of the output's axis reads only place `p` of the input's. */
function keepsPlaces(layer: NetworkLayer, axis: number, inputAxis: number): boolean {
  const { definition, config, inputShapes, outputShape } = layer;
  const size = outputShape[axis]!;
  if (inputShapes[0]![inputAxis] !== size) return false;
  return [...new Set([0, Math.min(1, size - 1), size - 1])].every((place) =>
    [0, 1].every((end) => {
      const index = outputShape.map((count, at) => (at === axis ? place : end * (count - 1)));
      const terms = definition
        .derive(config, inputShapes, index)
        .terms.filter(({ own }) => own === undefined);
      return terms.length > 0 && terms.every((term) => term.inputIndex[inputAxis] === place);
    }),
  );
}

/** Which axis of the layer's input number `input` an axis of its output runs along, and how; undefined where along none. */
function axisBehind(
  layer: NetworkLayer,
  axis: number,
  input: number,
): { readonly axis: number; readonly window?: AxisWindow } | undefined {
  const { definition, config, inputShapes, outputShape } = layer;
  const shape = inputShapes[input]!;
  const windows = definition.windows?.(config, inputShapes) ?? [];
  if (windows.length > 0) {
    const slides = input === 0 && shape.length === outputShape.length && windows.length === shape.length - 1;
    const channelAxis = channelAxisIn(config, shape.length);
    if (!slides || axis === channelAxis) return undefined;
    return { axis, window: windows[axis - (channelAxis < axis ? 1 : 0)]! };
  }
  if (definition.seesAll?.(config, inputShapes)) return undefined;
  if (definition.arity === 'many') {
    return shape.length === outputShape.length && shape[axis] === outputShape[axis] ? { axis } : undefined;
  }
  const found = shape.findIndex((_, inputAxis) => keepsPlaces(layer, axis, inputAxis));
  return found < 0 ? undefined : { axis: found };
}

/** A level before it is known what lies below it. */
interface Found {
  readonly name: string;
  readonly axis: number;
  readonly layer?: NetworkLayer;
  readonly size: number;
  readonly reads: readonly { readonly key: string; readonly window: AxisWindow }[];
}

/** Every level below the output of `name`, by a key of its name and axis; layers that pass steps on are no level. */
function levelsBelow(network: Network, name: string, axis: number, found: Map<string, Found>): string {
  const key = `${name} ${axis}`;
  if (found.has(key)) return key;
  const layer = network.byName.get(name);
  const size = (layer?.outputShape ?? network.inputShape)[axis]!;
  if (!layer) {
    found.set(key, { name, axis, size, reads: [] });
    return key;
  }
  const behind = layer.inputs.flatMap((read, input) => {
    const { layer: source, part } = partOf(read);
    const along = part === 0 ? axisBehind(layer, axis, input) : undefined;
    return along ? [{ source, ...along }] : [];
  });
  if (behind.length === 1 && layer.inputs.length === 1 && !behind[0]!.window) {
    return levelsBelow(network, behind[0]!.source, behind[0]!.axis, found);
  }
  const reads = behind.map((along) => ({
    key: levelsBelow(network, along.source, along.axis, found),
    window: along.window ?? same(size),
  }));
  found.set(key, { name, axis, layer, size, reads });
  return key;
}

function withReach(
  { reads, ...level }: Found,
  below: readonly ConeLevel[],
  keys: readonly string[],
): ConeLevel {
  const own = reads.map(({ key, window }): ConeRead => ({ level: keys.indexOf(key), window }));
  if (own.length === 0) return { ...level, reads: own, reach: 1, jump: 1, grown: [] };
  const seen = own.map(({ level: at, window }) => {
    const { reach, jump, grown } = below[at]!;
    const { kernel, dilation, stride } = window;
    const term: ReachTerm = { layer: level.name, kernel, dilation, jump };
    const known = reach !== undefined && !window.transposed;
    return {
      reach: known ? reach + (kernel - 1) * dilation * jump : undefined,
      jump: window.transposed ? jump / stride : jump * stride,
      grown: kernel > 1 ? [...grown, term] : grown,
    };
  });
  const widest = seen.reduce((one, other) =>
    (other.reach ?? Infinity) > (one.reach ?? Infinity) ? other : one,
  );
  return { ...level, reads: own, ...widest };
}

function coneAlong(network: Network, name: string, axis: number): Cone | undefined {
  const found = new Map<string, Found>();
  levelsBelow(network, name, axis, found);
  const placeOf = (level: Found) => (level.layer ? network.layers.indexOf(level.layer) : -1);
  const sorted = [...found].sort(([, one], [, other]) => placeOf(one) - placeOf(other));
  const keys = sorted.map(([key]) => key);
  const levels: ConeLevel[] = [];
  for (const [, level] of sorted) levels.push(withReach(level, levels, keys));
  const { layer } = levels[0]!;
  const slides = levels.some(({ reads }) => reads.some(({ window }) => window.kernel > 1));
  return slides ? { levels, axis, ...(layer && { end: layer }) } : undefined;
}

const kept = new WeakMap<Network, Map<string, Cone | undefined>>();

/** The cone of a layer; undefined where no layer below slides over steps, or where windows slide over several axes. */
export function coneOf(network: Network, name: string): Cone | undefined {
  const cones = kept.get(network) ?? new Map<string, Cone | undefined>();
  kept.set(network, cones);
  if (cones.has(name)) return cones.get(name);
  const layer = network.byName.get(name);
  const axes = layer && layer.outputShape.length > 1 ? layer.outputShape.map((_, axis) => axis) : [];
  const along = axes
    .filter((axis) => axis !== channelAxisIn(layer!.config, axes.length))
    .flatMap((axis) => coneAlong(network, name, axis) ?? []);
  const cone = along.length === 1 ? along[0] : undefined;
  cones.set(name, cone);
  return cone;
}

/** Steps by level, ascending. */
export type ConeSteps = readonly (readonly number[])[];

/** What a step of a level sees of every level below it; `padding`: the places outside of a level that it reads. */
export function readBy(
  { levels }: Cone,
  level: number,
  step: number,
): { readonly steps: ConeSteps; readonly padding: ConeSteps } {
  const steps = levels.map(() => new Set<number>());
  const padding = levels.map(() => new Set<number>());
  steps[level]!.add(step);
  for (let at = level; at >= 0; at--) {
    for (const read of levels[at]!.reads) {
      for (const own of steps[at]!) {
        for (const { cell, inside } of tapsOf(read.window, own))
          (inside ? steps : padding)[read.level]!.add(cell);
      }
    }
  }
  return { steps: steps.map(ascending), padding: padding.map(ascending) };
}

/** Which steps of every level above it a step of a level feeds. */
export function fedBy({ levels }: Cone, level: number, step: number): ConeSteps {
  const steps = levels.map(() => new Set<number>());
  steps[level]!.add(step);
  for (let at = level + 1; at < levels.length; at++) {
    for (const read of levels[at]!.reads) {
      for (const own of steps[read.level]!)
        for (const output of outputsOf(read.window, own)) steps[at]!.add(output);
    }
  }
  return steps.map(ascending);
}

function ascending(steps: ReadonlySet<number>): number[] {
  return [...steps].sort((one, other) => one - other);
}
