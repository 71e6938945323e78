import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import { printable, sameJson } from '../../base/json.ts';
import type { Shape } from '../../base/tensor.ts';
import { layerForward } from '../layer-forward.ts';
import type { Regularizer } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, oneOf, orNull } from '../schema/leaf.ts';
import type { LayerTrace } from '../trace.ts';
import type { Derivation, LayerDefinition, LayerValues, Term } from './definition.ts';
import {
  type BidirectionalConfig,
  directionsOf,
  halves,
  shortened,
  valuesByDirection,
  weightNames,
} from './directions.ts';
import { innerLayer } from './inner-layer.ts';
import { WRAPPABLE_KINDS } from './kinds.ts';
import { merged, turned } from './merge-directions.ts';
import type { RecurrentConfig } from './recurrent-arguments.ts';
import { cellsOf, ownTerm } from './recurrent-cell.ts';
import { checkWithin } from './refuse.ts';
import { wrappableDefinitions } from './wrappable.ts';

function refused(path: string, expected: string, received: unknown): KernelscopeError {
  return new KernelscopeError({ code: 'unsupported', path, expected, received: printable(received) });
}

/** Arguments that both directions must have in common, in Keras's order. */
const COMMON = ['stateful', 'return_sequences', 'return_state'] as const;

function check(config: BidirectionalConfig, inputs: readonly Shape[]): void {
  const [forward, backward] = directionsOf(config);
  const [forwardInputs, backwardInputs] = halves(inputs);
  checkWithin('config.layer', () => forward.definition.validate(forward.config, forwardInputs));
  checkWithin('config.backward_layer', () => backward.definition.validate(backward.config, backwardInputs));
  const path = config.backward_layer ? 'config.backward_layer' : 'config.layer';
  if (forward.config.go_backwards === backward.config.go_backwards) {
    const expected = 'a forward layer and a backward layer with different `go_backwards` values';
    throw refused(path, expected, `both ${forward.config.go_backwards ? 'True' : 'False'}`);
  }
  const different = COMMON.find((name) => forward.config[name] !== backward.config[name]);
  if (different) {
    throw refused(path, `the same ${different} in both directions`, backward.config[different]);
  }
  const merges = config.merge_mode !== null && config.merge_mode !== 'concat';
  if (merges && forward.config.units !== backward.config.units) {
    throw refused(path, `${forward.config.units} units in both directions`, backward.config.units);
  }
  const regularizers = [forward, backward].map((one) => one.config.activity_regularizer);
  const apart = !sameJson(regularizers[0], regularizers[1]) || config.merge_mode !== 'concat';
  if (regularizers.some((one) => one !== null) && apart) {
    throw refused(
      `${path}.config.activity_regularizer`,
      'no regularizer of outputs that are merged',
      'a regularizer',
    );
  }
}

/** Both directions' results, the backward one's steps in the order of the forward one's. */
function both(config: BidirectionalConfig, values: LayerValues): readonly [LayerTrace, LayerTrace] {
  const directions = directionsOf(config);
  const byDirection = valuesByDirection(directions, values);
  const [forward, backward] = directions.map(({ definition, config }, at) =>
    layerForward(definition, config, byDirection[at]!),
  ) as [LayerTrace, LayerTrace];
  const sequences = directions[1].config.return_sequences;
  return [forward, sequences ? { ...backward, output: turned(backward.output) } : backward];
}

function compute(config: BidirectionalConfig, values: LayerValues): LayerTrace {
  const [forward, backward] = both(config, values);
  const apart = config.merge_mode === null ? [backward.output] : [];
  const states = [...apart, ...(forward.states ?? []), ...(backward.states ?? [])];
  const output = merged(config.merge_mode, forward.output, backward.output);
  return states.length > 0 ? { output, states } : { output };
}

/** Where an output cell comes from, if from one direction: that one, and the index of the cell in its own output. */
function sourceOf(config: BidirectionalConfig, inputs: readonly Shape[], index: readonly number[]) {
  const directions = directionsOf(config);
  const unit = index.at(-1)!;
  const { units } = directions[0].config;
  if (config.merge_mode !== null && config.merge_mode !== 'concat') return undefined;
  if (unit < units)
    return { at: 0, direction: directions[0], own: index, turn: (cell: readonly number[]) => cell };
  const last = inputs[0]![0]! - 1;
  // The backward layer counts its steps from the end.
  const turn = (cell: readonly number[], add: number) => {
    const steps = cell.length > 1 ? [last - cell[0]!] : [];
    return [...steps, cell.at(-1)! + add];
  };
  return {
    at: 1,
    direction: directions[1],
    own: turn(index, -units),
    turn: (cell: readonly number[]) => turn(cell, units),
  };
}

/** Both directions' numbers, where the output is made of both. */
function deriveMerged(
  config: BidirectionalConfig,
  index: readonly number[],
  values: LayerValues,
): Derivation {
  const numbers = both(config, values).map(({ output }) => {
    const width = output.shape.at(-1)!;
    return output.data[(index.length > 1 ? index[0]! : 0) * width + index.at(-1)!]!;
  });
  const share = config.merge_mode === 'ave' ? 0.5 : undefined;
  return {
    reduction: config.merge_mode === 'mul' ? 'product' : 'sum',
    terms: numbers.map((number) => ownTerm(number, index, share)),
  };
}

function derive(
  config: BidirectionalConfig,
  inputs: readonly Shape[],
  index: readonly number[],
  values: LayerValues | undefined,
): Derivation {
  if (!values) return { reduction: 'sum', terms: [] };
  const source = sourceOf(config, inputs, index);
  if (!source) return deriveMerged(config, index, values);
  const { at, direction, own, turn } = source;
  const { definition, config: inner } = direction;
  const innerValues = valuesByDirection(directionsOf(config), values)[at]!;
  if (definition.activation(inner) !== 'linear') {
    const { output } = compute(config, values);
    const width = output.shape.at(-1)!;
    const cell = (index.length > 1 ? index[0]! : 0) * width + index.at(-1)!;
    return { reduction: 'sum', terms: [ownTerm(output.data[cell]!, index)] };
  }
  const shapes = innerValues.inputs.map(({ shape }) => shape);
  const derivation = definition.derive(inner, shapes, own, innerValues);
  const named = (place: { readonly name: string; readonly index: readonly number[] }) => ({
    ...place,
    name: weightNames(direction, place.name),
  });
  const terms = derivation.terms.map(
    (term): Term => ({
      ...term,
      inputIndex: term.own === undefined ? term.inputIndex : turn(term.inputIndex),
      ...(term.weight && { weight: named(term.weight) }),
    }),
  );
  return { ...derivation, terms, ...(derivation.bias && { bias: named(derivation.bias) }) };
}

const RECURRENT_KINDS = WRAPPABLE_KINDS.filter(
  (kind) => wrappableDefinitions[kind].operation === 'recurrent',
);

/** A recurrent layer over the steps from first to last, another from last to first, and what they give merged. */
export const bidirectional: LayerDefinition<BidirectionalConfig> = {
  snakeName: 'bidirectional',
  operation: 'recurrent',
  operationOf: ({ merge_mode }) => (merge_mode === 'mul' ? 'multiply' : 'recurrent'),
  arity: 'states',
  schema: v.pipe(
    object({
      name: layerName(),
      layer: innerLayer(RECURRENT_KINDS),
      merge_mode: v.optional(orNull(oneOf(['sum', 'mul', 'concat', 'ave'])), 'concat'),
      backward_layer: v.optional(orNull(innerLayer(RECURRENT_KINDS)), null),
    }),
    v.transform(shortened),
  ),
  validate: check,
  outputShape(config, inputs) {
    const [forward, backward] = directionsOf(config).map(({ definition, config: inner }) =>
      definition.outputShape(inner, inputs),
    );
    if (config.merge_mode !== 'concat') return forward!;
    return [...forward!.slice(0, -1), forward!.at(-1)! + backward!.at(-1)!];
  },
  weights(config, inputs) {
    return directionsOf(config).flatMap((direction, at) => {
      const place = at === 1 && config.backward_layer ? 'backward_layer' : 'layer';
      return direction.definition.weights(direction.config, inputs).map((spec) => ({
        ...spec,
        name: weightNames(direction, spec.name),
        argument: `${place}.config.${spec.argument ?? `${spec.name}_initializer`}`,
      }));
    });
  },
  macs: (config, inputs) =>
    directionsOf(config).reduce(
      (sum, { definition, config: inner }) => sum + definition.macs(inner, inputs),
      0,
    ),
  activation: () => 'linear',
  activityRegularizer: ({ layer }): Regularizer | null =>
    (layer.config as RecurrentConfig).activity_regularizer,
  seesAll: () => true,
  reads: (_, [input]) => cellsOf(0, input![0]!, input![1]!),
  stateShapes(config, inputs) {
    const [forward, backward] = directionsOf(config).map(({ definition, config: inner }) => ({
      output: definition.outputShape(inner, inputs),
      states: definition.stateShapes?.(inner, inputs) ?? [],
    }));
    const apart = config.merge_mode === null ? [backward!.output] : [];
    return [...apart, ...forward!.states, ...backward!.states];
  },
  compute,
  derive,
  gates(config, values, index) {
    const shapes = values.inputs.map(({ shape }) => shape);
    const source = sourceOf(config, shapes, index);
    if (!source) return undefined;
    const { at, direction, own } = source;
    const inner = valuesByDirection(directionsOf(config), values)[at]!;
    return direction.definition.gates?.(direction.config, inner, own);
  },
};
