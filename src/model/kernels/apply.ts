import { indexAt } from '../../base/tensor.ts';
import { initialise } from '../initializers.ts';
import type { WeightSpec } from '../layers/definition.ts';
import { FIXED_PRESETS, type FixedPreset, presetFits, presetSlice } from './presets.ts';

/** One weight that is set by hand: its name, its index in Keras's layout, and the number that it becomes. */
export interface WeightEdit {
  readonly weight: string;
  readonly index: readonly number[];
  readonly value: number;
}

/** He et al. 2015, Glorot and Bengio 2010: drawn for the whole layer's fans. */
const RANDOM = { he_normal: 'HeNormal', glorot_uniform: 'GlorotUniform' } as const;

type RandomPreset = keyof typeof RANDOM;

export type KernelPreset = FixedPreset | RandomPreset;

const RANDOM_PRESETS = Object.keys(RANDOM) as readonly RandomPreset[];

/** Drawn, not shown in courses. */
export function isRandom(name: KernelPreset): name is RandomPreset {
  return Object.hasOwn(RANDOM, name);
}

/** The presets that a kernel `[…size, in, out]` can take: all that fit its size, or only random ones without two spatial axes. */
export function presetsFor({ shape }: WeightSpec): KernelPreset[] {
  const [rows, cols] = shape;
  const fixed = shape.length === 4 ? FIXED_PRESETS.filter((name) => presetFits(name, rows!, cols!)) : [];
  return [...fixed, ...RANDOM_PRESETS];
}

/**
 * What a preset makes of one filter of a kernel `[…size, in, out]`, as edits. With a `channel` that input channel's slice
 * alone; without, every slice: a fixed kernel then divided by their number, so that a picture that is the same in all
 * channels gives what it gives in one. Random numbers follow from `seed` and are never divided.
 */
export function presetEdits(
  name: KernelPreset,
  spec: WeightSpec,
  {
    filter,
    channel,
    seed,
  }: { readonly filter: number; readonly channel?: number | undefined; readonly seed: number },
): WeightEdit[] {
  const size = spec.shape.slice(0, -2);
  const channels = spec.shape.at(-2)!;
  const shown = channel === undefined ? Array.from({ length: channels }, (_, at) => at) : [channel];
  const cells = size.reduce((product, length) => product * length, 1);
  const share = channel === undefined ? channels : 1;
  const values = isRandom(name)
    ? drawn(name, spec, [cells, shown.length], seed, filter)
    : presetSlice(name, size[0]!, size[1]!).flatMap((value) => shown.map(() => value / share));
  return Array.from(values, (value, at) => {
    const place = indexAt(size, Math.floor(at / shown.length));
    return { weight: spec.name, index: [...place, shown[at % shown.length]!, filter], value };
  });
}

function drawn(
  name: RandomPreset,
  { fanIn, fanOut }: WeightSpec,
  shape: readonly number[],
  seed: number,
  filter: number,
): Float32Array {
  const initializer = { class_name: RANDOM[name], config: { seed: null } };
  return initialise(initializer, { shape, fanIn, fanOut }, seed, 'preset', name, String(filter));
}
