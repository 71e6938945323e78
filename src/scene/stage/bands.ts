import type { LayerKind } from '../../model/layers/kinds.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../../model/network.ts';
import { layerScenes } from '../layers/registry.ts';
import type { Rect } from '../rect.ts';

export interface MapSlot {
  readonly rect: Rect;
  readonly channel: number;
}

/** One slice `[row, col]` of a kernel: what filter `channel` looks for in input channel `input`. */
export interface KernelSlot {
  readonly rect: Rect;
  readonly channel: number;
  readonly input: number;
}

/** Where the units of a flat output stand: in lines of `perLine`, one after another `along` an axis. */
export interface UnitGrid {
  readonly rect: Rect;
  readonly along: 'x' | 'y';
  readonly perLine: number;
  readonly count: number;
}

type Form = 'maps' | 'units' | 'strip' | 'bars';

/** `column`: as in the whole network. `strip`: narrowed. `before` and `after`: on either side of an open lens. */
export type Role = 'column' | 'strip' | 'before' | 'after';

/** One layer's place on the stage. */
export interface StageBand {
  readonly name: string;
  readonly kind: LayerKind | typeof INPUT_NAME;
  readonly form: Form;
  readonly role: Role;
  readonly rect: Rect;
  /** For the name and the shape, which are written outside the picture. */
  readonly header: Rect;
  readonly maps: readonly MapSlot[];
  readonly kernels: readonly KernelSlot[];
  readonly units?: UnitGrid | undefined;
  /** Maps or bars that found no room. */
  readonly hidden: number;
  /** Place among the small maps of the one that stands large. */
  readonly chosen?: Rect | undefined;
  /** How many of a kernel's input channels are drawn, where not all are. */
  readonly slices?: { readonly shown: number; readonly of: number } | undefined;
}

/** Where everything of the network stands. `lens` is the room between an open layer's input and its output. */
export interface StageLayout {
  readonly width: number;
  readonly height: number;
  readonly direction: 'row' | 'column';
  readonly bands: readonly StageBand[];
  readonly open?: string | undefined;
  readonly lens?: Rect | undefined;
}

export interface StageOptions {
  /** Viewport in pixels. A row of bands may be wider than it, a column of bands higher. */
  readonly width: number;
  readonly height: number;
  readonly direction: 'row' | 'column';
  /** Layer whose lens is open. */
  readonly open?: string | undefined;
  /** Channel of the open layer that is looked at: its map stands large. */
  readonly channel?: number | undefined;
  /** Height that the lens needs in a column, for the width and at most the height given; absent: the most. */
  readonly lensHeight?: ((width: number, most: number) => number) | undefined;
}

/** What a band shows, before it has a place. */
export interface BandSource {
  readonly name: string;
  readonly kind: LayerKind | typeof INPUT_NAME;
  readonly form: Form;
  /** Maps or units. */
  readonly count: number;
  /** Sizes of one map; 1 for flat outputs. */
  readonly rows: number;
  readonly cols: number;
  /** Kernel `[row, col, in, out]` of a convolution. */
  readonly kernel?: readonly number[] | undefined;
  readonly layer?: NetworkLayer | undefined;
}

/** Most units of an output that are drawn as bars with their names. */
const MOST_BARS = 24;

function formOf(shape: readonly number[], layer: NetworkLayer | undefined, network: Network): Form {
  if (shape.length === 3) return 'maps';
  if (!layer) return 'strip';
  const units = shape.at(-1) ?? 1;
  const predicts = layer.definition.activation(layer.config) === 'softmax' || layer.name === network.output;
  if (predicts && units <= MOST_BARS) return 'bars';
  return layerScenes[layer.kind].thin || units > 512 ? 'strip' : 'units';
}

function sourceOf(
  name: string,
  shape: readonly number[],
  layer: NetworkLayer | undefined,
  network: Network,
): BandSource {
  const form = formOf(shape, layer, network);
  const maps = form === 'maps';
  return {
    name,
    kind: layer?.kind ?? INPUT_NAME,
    form,
    count: maps ? shape[2]! : shape.reduce((product, size) => product * size, 1),
    rows: maps ? shape[0]! : 1,
    cols: maps ? shape[1]! : 1,
    kernel: layer?.weights.find((spec) => spec.shape.length === 4)?.shape,
    layer,
  };
}

/** The probe and every layer, in order, as what their bands show. */
export function bandSources(network: Network): BandSource[] {
  return [
    sourceOf(INPUT_NAME, network.inputShape, undefined, network),
    ...network.layers.map((layer) => sourceOf(layer.name, layer.outputShape, layer, network)),
  ];
}
