import { channelAxisOf } from '../../model/channel-axis.ts';
import type { Focus } from '../../model/document.ts';
import type { LayerKind } from '../../model/layers/kinds.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../../model/network.ts';
import type { Rect } from '../rect.ts';
import { type ShapeView, viewOfShape } from '../view-of-shape.ts';
import { sliceOf } from './slice.ts';
import { timeRunsAcross } from './time-direction.ts';
import { type TimeShare, timeShare } from './time-share.ts';

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

/** `sequence`: steps and channels as one map, or a line a channel. `words`: a text's steps as what they say. */
type Form = 'maps' | 'sequence' | 'words' | 'units' | 'strip' | 'bars';

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
  /** Of outputs with two or more axes: what a map shows, and the index of the place at which further axes are sliced. */
  readonly view?: ShapeView | undefined;
  readonly slice: readonly number[];
  /** What the steps say, where they are words. */
  readonly words?: readonly string[] | undefined;
  /** Names of the bars' classes, where they have some. */
  readonly labels?: readonly string[] | undefined;
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
  /** The cell that is looked at: where maps show a slice, its layer's and its inputs' show its own. */
  readonly looked?: Focus | undefined;
  /** What the input's steps say, where they are words. */
  readonly words?: readonly string[] | undefined;
  /** Names of the classes that are told apart. */
  readonly labels?: readonly string[] | undefined;
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
  readonly view?: ShapeView | undefined;
  readonly slice: readonly number[];
  /** Of a sequence: whether its steps run across. */
  readonly timeAcross: boolean;
  /** Of a sequence: which part of the network's time it shows, and what its steps say where they are words. */
  readonly time?: TimeShare | undefined;
  readonly words?: readonly string[] | undefined;
  /** Of bars: the names of their classes. */
  readonly labels?: readonly string[] | undefined;
  /** Kernel `[row, col, in, out]` of a convolution. */
  readonly kernel?: readonly number[] | undefined;
  readonly layer?: NetworkLayer | undefined;
}

/** Most words that are written one by one. */
const MOST_WORDS = 40;
/** Most units of an output that are drawn as bars with their names. */
const MOST_BARS = 24;

function formOf(shape: readonly number[], layer: NetworkLayer | undefined, network: Network): Form {
  if (shape.length > 2) return 'maps';
  if (shape.length === 2) return 'sequence';
  if (!layer) return 'strip';
  const units = shape.at(-1) ?? 1;
  const predicts =
    layer.definition.activation(layer.config) === 'softmax' || network.outputs.includes(layer.name);
  if (predicts && units <= MOST_BARS) return 'bars';
  return layer.definition.rearranges || units > 512 ? 'strip' : 'units';
}

/** The kernel of a plain two-dimensional convolution, one a map; others are looked at in their lens. */
function kernelOf(layer: NetworkLayer | undefined, count: number): readonly number[] | undefined {
  if (layer?.outputShape.length !== 3) return undefined;
  const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
  if (!windows || windows.some((window) => window.transposed)) return undefined;
  return layer.weights.find((spec) => isMapKernel(spec, count))?.shape;
}

/** Whether a weight is a kernel `[row, col, in, out]` with one output for each of `count` maps. */
export function isMapKernel(
  { name, shape }: { name: string; shape: readonly number[] },
  count: number,
): boolean {
  return name === 'kernel' && shape.length === 4 && shape[3] === count;
}

function sourceOf(
  name: string,
  shape: readonly number[],
  layer: NetworkLayer | undefined,
  network: Network,
  { direction, looked, words, labels }: StageOptions,
): BandSource {
  const said = name === INPUT_NAME && shape.length === 1 && words && shape[0]! <= MOST_WORDS;
  const form = said ? 'words' : formOf(shape, layer, network);
  const channelAxis = channelAxisOf(network, name);
  const steps = shape.length === 2 ? shape[1 - channelAxis]! : 0;
  const turned = timeRunsAcross(network, steps, direction === 'column');
  const view = shape.length > 1 ? viewOfShape(shape, channelAxis, turned) : undefined;
  const count = view?.maps === undefined ? 1 : shape[view.maps]!;
  return {
    name,
    kind: layer?.kind ?? INPUT_NAME,
    form,
    count: view ? count : shape.reduce((product, size) => product * size, 1),
    rows: view ? shape[view.down]! : 1,
    cols: view ? shape[view.across]! : 1,
    view,
    slice: view ? sliceOf(view, name, network, looked) : [],
    timeAcross: turned,
    time: steps > 0 ? timeShare(network, name, steps) : undefined,
    words: said || (layer?.kind === 'Embedding' && layer.inputs[0] === INPUT_NAME) ? words : undefined,
    labels: form === 'bars' && labels?.length === shape.at(-1) ? labels : undefined,
    kernel: kernelOf(layer, count),
    layer,
  };
}

/** The probe and every layer, in order, as what their bands show. */
export function bandSources(network: Network, options: StageOptions): BandSource[] {
  return [
    sourceOf(INPUT_NAME, network.inputShape, undefined, network, options),
    ...network.layers.map((layer) => sourceOf(layer.name, layer.outputShape, layer, network, options)),
  ];
}
