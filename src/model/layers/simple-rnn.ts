import type { Tensor } from '../../base/tensor.ts';
import { activateRow } from '../activations.ts';
import { object } from '../schema/leaf.ts';
import { leavingOut } from '../schema/leaving-out.ts';
import type { LayerDefinition } from './definition.ts';
import { recurrent } from './recurrent.ts';
import {
  dropoutArguments,
  IGNORED,
  type RecurrentConfig,
  seedArgument,
  sequenceArguments,
  unitArguments,
  weightArguments,
} from './recurrent-arguments.ts';
import { addRows, type Cell, ownTerm, timesMatrix } from './recurrent-cell.ts';

/** `hidden = activation(input * kernel + hidden * recurrent_kernel + bias)`. */
const cell: Cell<RecurrentConfig> = {
  gates: ['h'],
  states: 1,
  biasShape: ({ units }) => [units],
  step({ units, activation }, { kernel, recurrent, bias }, input, [hidden]) {
    const sums = addRows(
      timesMatrix(input, kernel, 0, units),
      timesMatrix(hidden!, recurrent, 0, units),
      ...(bias ? [[...bias.data]] : []),
    );
    return { states: [activateRow(sums, activation)], gates: {} };
  },
  sum({ activation, units }, { before, states, weights, input }, block, unit) {
    const bias = weights.bias?.data[unit];
    const column = (row: readonly number[], matrix: Tensor) =>
      timesMatrix(row, matrix, block * units + unit, block * units + unit + 1)[0]!;
    return {
      hidden: before[0]!,
      ...(bias !== undefined && { bias }),
      pre: column(input, weights.kernel) + column(before[0]!, weights.recurrent) + (bias ?? 0),
      activation,
      value: states[0]![unit]!,
    };
  },
  derive({ use_bias }, { step, before, weights }, unit, place) {
    const fromInput = Array.from({ length: weights.kernel.shape[0]! }, (_, feature) => ({
      input: 0,
      inputIndex: [step, feature],
      weight: { name: 'kernel', index: [feature, unit] },
    }));
    const fromHidden = before[0]!.map((value, from) => ({
      ...ownTerm(value, place(from, 1)),
      weight: { name: 'recurrent_kernel', index: [from, unit] },
    }));
    return {
      reduction: 'sum',
      terms: [...fromInput, ...fromHidden],
      ...(use_bias && { bias: { name: 'bias', index: [unit] } }),
    };
  },
};

const plain = recurrent<RecurrentConfig>(
  'simple_rnn',
  leavingOut(
    IGNORED,
    object({
      ...unitArguments,
      ...weightArguments,
      ...dropoutArguments,
      ...sequenceArguments,
      ...seedArgument,
    }),
  ),
  cell,
);

/** A layer that feeds its own output back (Elman 1990). */
export const simpleRNN: LayerDefinition<RecurrentConfig> = {
  ...plain,
  activation: (config) => config.activation,
};
