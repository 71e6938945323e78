import { activateRow } from '../activations.ts';
import { object } from '../schema/leaf.ts';
import { leavingOut } from '../schema/leaving-out.ts';
import type { LayerDefinition } from './definition.ts';
import { addRows, type Cell, ownTerm, recurrent, timesMatrix } from './recurrent.ts';
import {
  dropoutArguments,
  IGNORED,
  type RecurrentConfig,
  seedArgument,
  sequenceArguments,
  unitArguments,
  weightArguments,
} from './recurrent-arguments.ts';

/** `hidden = activation(input * kernel + hidden * recurrent_kernel + bias)`. */
const cell: Cell<RecurrentConfig> = {
  blocks: 1,
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
