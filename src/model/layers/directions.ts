import { sameJson } from '../../base/json.ts';
import type { Tensor } from '../../base/tensor.ts';
import type { BaseConfig, LayerDefinition, LayerValues } from './definition.ts';
import { type InnerLayer, innerDefinition } from './inner-layer.ts';
import type { MergeMode } from './merge-directions.ts';
import type { RecurrentConfig } from './recurrent-arguments.ts';

export interface BidirectionalConfig extends BaseConfig {
  readonly layer: InnerLayer;
  /** Null gives both outputs apart: the backward one is the layer's first state. */
  readonly merge_mode: MergeMode | null;
  /** Null: the same layer, read the other way. */
  readonly backward_layer: InnerLayer | null;
}

/** One of the two layers, with the name by which its weights are told apart. */
export interface Direction {
  readonly definition: LayerDefinition;
  readonly config: RecurrentConfig;
}

function withName({ class_name, config }: InnerLayer, name: string, changes = {}): InnerLayer {
  return { class_name, config: { ...config, ...changes, name } };
}

function without(prefix: string, name: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** What Keras makes of one layer for both directions. */
function backwardOf(layer: InnerLayer): InnerLayer {
  const name = `backward_${without('backward_', layer.config.name)}`;
  return withName(layer, name, { go_backwards: true });
}

function directionOf(layer: InnerLayer): Direction {
  return { definition: innerDefinition(layer), config: layer.config as RecurrentConfig };
}

/** The forward layer and the backward layer, named as Keras names them. */
export function directionsOf({
  layer,
  backward_layer,
}: BidirectionalConfig): readonly [Direction, Direction] {
  const forward = withName(layer, `forward_${without('forward_', layer.config.name)}`);
  return [directionOf(forward), directionOf(backward_layer ?? backwardOf(layer))];
}

/** Leaves out a backward layer that is what Keras makes anyway, as in what Keras writes itself. */
export function shortened<C extends Pick<BidirectionalConfig, 'layer' | 'backward_layer'>>(config: C): C {
  const { layer, backward_layer } = config;
  const names = [layer.config.name, without('forward_', layer.config.name)];
  const usual = names.find((name) => sameJson(backwardOf(withName(layer, name)), backward_layer));
  return usual === undefined ? config : { ...config, layer: withName(layer, usual), backward_layer: null };
}

/** What each direction reads: the input, and its half of the states that are given. */
export function halves<T>(inputs: readonly T[]): readonly [readonly T[], readonly T[]] {
  const half = 1 + Math.floor((inputs.length - 1) / 2);
  return [inputs.slice(0, half), [inputs[0]!, ...inputs.slice(half)]];
}

/** By what name the whole layer calls a weight of one direction. */
export function weightNames({ config }: Direction, name: string): string {
  return `${config.name}/${name}`;
}

/** The values that one direction sees, its weights by their own names. */
function valuesOf(
  { definition, config }: Direction,
  inputs: readonly Tensor[],
  weights: LayerValues['weights'],
) {
  const shapes = inputs.map(({ shape }) => shape);
  const specs = definition.weights(config, shapes);
  return { inputs, weights: specs.map(({ name }, place) => ({ ...weights[place]!, name })) };
}

/** The values that each direction sees. */
export function valuesByDirection(
  [forward, backward]: readonly [Direction, Direction],
  { inputs, weights }: LayerValues,
) {
  const [forwardInputs, backwardInputs] = halves(inputs);
  const first = valuesOf(forward, forwardInputs, weights);
  return [first, valuesOf(backward, backwardInputs, weights.slice(first.weights.length))] as const;
}
