import type { Network, NetworkLayer } from '../../model/network.ts';
import type { LayerTrace, Trace, Weights } from '../../model/trace.ts';
import type { Picture, Target } from '../marks.ts';

/** What a lens is asked to show: how output cell `index` of `layer` comes about, in `width` × `height` pixels. */
export interface LensRequest {
  readonly network: Network;
  readonly trace: Trace;
  readonly weights: Weights;
  readonly layer: string;
  /** `[row, col, channel]` or `[unit]`. */
  readonly index: readonly number[];
  /** Of a recurrent layer whose output tells no steps: which of the input's (`Focus`). */
  readonly step?: number | undefined;
  readonly width: number;
  readonly height: number;
  /** What the steps of the model's input say, where they are words. */
  readonly words?: readonly string[] | undefined;
  /** What the channels of the model's input are called, where they have names. */
  readonly channels?: readonly string[] | undefined;
  /** The weights before those changed by hand, which are marked; absent where none was. */
  readonly trained?: Weights | undefined;
  /** The weight that is set by hand. */
  readonly chosen?: WeightPlace | undefined;
  /** The filter beside which this one stands. */
  readonly compare?: number | undefined;
}

/** A weight of the layer: its index in Keras's layout. */
export interface WeightPlace {
  readonly layer: string;
  readonly weight: string;
  readonly index: readonly number[];
}

/** A piece of a formula; with a target it can be asked why. */
export interface FormulaPart {
  readonly text: string;
  readonly target?: Target | undefined;
  readonly tone?: 'term' | 'bias' | 'pre' | 'output' | 'plain';
}

export interface LensPicture {
  readonly picture: Picture;
  /** The output number, filled in with real numbers. */
  readonly formula: readonly FormulaPart[];
  /** How the output's size follows from the input's; empty where it is the input's. */
  readonly size: readonly FormulaPart[];
  /** How many parameters, and why; empty where there are none. */
  readonly params: readonly FormulaPart[];
}

/** A request with what every lens needs looked up. */
export interface LensContext extends LensRequest {
  readonly node: NetworkLayer;
  readonly traced: LayerTrace;
  /** Name and output of what the layer reads, the first of several. */
  readonly source: LensSource;
  readonly sources: readonly LensSource[];
}

/** Something that a layer reads. */
interface LensSource {
  readonly name: string;
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** A layer kind as the pictures know it: one file a kind, one line in `layers/registry.ts`. */
export interface LayerScene {
  lens(context: LensContext): LensPicture;
}
