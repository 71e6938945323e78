import type { Shape } from '../../base/tensor.ts';
import type { BaseConfig } from '../../model/layers/definition.ts';
import type { LayerKind } from '../../model/layers/kinds.ts';

/** A layer as far as its weights' places depend on it. */
interface Place {
  readonly class_name: string;
  readonly config: BaseConfig & {
    readonly layer?: Place;
    readonly stateful?: boolean;
    readonly units?: number;
  };
}

/** Places of the first `count` weights of a layer within its own group, in Keras's order. */
type PathsOf = (layer: Place, count: number) => readonly string[];

const own: PathsOf = (_, count) => Array.from({ length: count }, (_, at) => `vars/${at}`);

const ofCell: PathsOf = (layer, count) => below('cell', own(layer, count));

function below(part: string, paths: readonly string[]): readonly string[] {
  return paths.map((path) => `${part}/${path}`);
}

/** Layers whose weights are those of something inside them, by the name of Keras's attribute. */
const WITHIN: Readonly<Record<string, PathsOf>> = {
  LSTM: ofCell,
  GRU: ofCell,
  SimpleRNN: ofCell,
  TimeDistributed: ({ config }, count) => below('layer', pathsOf(config.layer!, count)),
  Bidirectional: ({ config }, count) => {
    const paths = pathsOf(config.layer!, count / 2);
    return [...below('forward_layer', paths), ...below('backward_layer', paths)];
  },
};

function pathsOf(layer: Place, count: number): readonly string[] {
  return (WITHIN[layer.class_name] ?? own)(layer, count);
}

/** Where a layer's `count` weights are in `model.weights.h5`: datasets below `group`. */
export function weightPaths(
  group: string,
  kind: LayerKind,
  config: BaseConfig,
  count: number,
): readonly string[] {
  return below(group, pathsOf({ class_name: kind, config }, count));
}

/** How many states a recurrent layer keeps. */
const STATES: Readonly<Record<string, number>> = { LSTM: 2, GRU: 1, SimpleRNN: 1 };

function statesOf({ class_name, config }: Place): readonly string[] {
  if (class_name === 'Bidirectional') {
    const paths = statesOf(config.layer!);
    return [...below('forward_layer', paths), ...below('backward_layer', paths)];
  }
  return config.stateful ? own({ class_name, config }, STATES[class_name] ?? 0) : [];
}

/** Where a stateful layer's state is, `[row of the batch, unit]`; nothing for other layers. */
export function statePaths(
  group: string,
  kind: LayerKind,
  config: BaseConfig,
  batch: number,
): readonly { readonly path: string; readonly shape: Shape }[] {
  const place: Place = { class_name: kind, config };
  const units = place.config.units ?? place.config.layer?.config.units ?? 0;
  return below(group, statesOf(place)).map((path) => ({ path, shape: [batch, units] }));
}

/**
 * The groups of the layers of one model, which Keras numbers by class and not by name: `layers/conv2d`,
 * `layers/conv2d_1`. `above` is the model's own group, empty for the whole model.
 */
export function createGroups(above = ''): (snakeName: string) => string {
  const counts = new Map<string, number>();
  return (snakeName) => {
    const count = counts.get(snakeName) ?? 0;
    counts.set(snakeName, count + 1);
    return `${above === '' ? '' : `${above}/`}layers/${snakeName}${count === 0 ? '' : `_${count}`}`;
  };
}
