import * as v from 'valibot';
import { type ActivationName, activateRow } from '../activations.ts';
import { object, truth } from '../schema/leaf.ts';
import { leavingOut } from '../schema/leaving-out.ts';
import { recurrent } from './recurrent.ts';
import {
  dropoutArguments,
  gatedArguments,
  IGNORED,
  type RecurrentConfig,
  seedArgument,
  sequenceArguments,
} from './recurrent-arguments.ts';
import { addRows, blockOf, type Cell, ownTerm, plainSum, timesMatrix } from './recurrent-cell.ts';

export interface LstmConfig extends RecurrentConfig {
  readonly recurrent_activation: ActivationName;
  readonly unit_forget_bias: boolean;
}

const LETTERS = ['i', 'f', 'c', 'o'] as const;

/**
 * Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000: gates i, f, c, o from the input and the
 * hidden state, `cell = f * cell + i * c`, `hidden = o * activation(cell)`.
 */
const cell: Cell<LstmConfig> = {
  gates: LETTERS,
  states: 2,
  biasShape: ({ units }) => [4 * units],
  biasPieces({ unit_forget_bias, units, bias_initializer }) {
    if (!unit_forget_bias) return undefined;
    const piece = (length: number) => ({ shape: [length], fanIn: length, fanOut: length });
    return [
      { ...piece(units), initializer: bias_initializer },
      { ...piece(units), initializer: { class_name: 'Ones', config: {} } },
      { ...piece(2 * units), initializer: bias_initializer },
    ];
  },
  step({ units, activation, recurrent_activation }, weights, input, [hidden, kept]) {
    const { kernel, recurrent, bias } = weights;
    const sums = addRows(
      timesMatrix(input, kernel, 0, 4 * units),
      timesMatrix(hidden!, recurrent, 0, 4 * units),
      ...(bias ? [[...bias.data]] : []),
    );
    const gate = (block: number, name: ActivationName) => {
      const pre = blockOf(sums, block, units);
      return { pre, value: activateRow(pre, name) };
    };
    const i = gate(0, recurrent_activation);
    const f = gate(1, recurrent_activation);
    const c = gate(2, activation);
    const o = gate(3, recurrent_activation);
    const next = kept!.map((value, unit) => f.value[unit]! * value + i.value[unit]! * c.value[unit]!);
    const shown = activateRow(next, activation);
    return { states: [o.value.map((value, unit) => value * shown[unit]!), next], gates: { i, f, c, o } };
  },
  sum: (config, moment, block, unit) => ({
    ...plainSum(config, moment, LETTERS[block]!, block, unit),
    activation: LETTERS[block] === 'c' ? config.activation : config.recurrent_activation,
  }),
  derive({ activation }, { states, gates }, unit, place) {
    const shown = activateRow(states[1]!, activation)[unit]!;
    return { reduction: 'sum', terms: [ownTerm(shown, place(unit, 0), gates.o!.value[unit]!)] };
  },
};

/** Long short-term memory; kernel `[in, 4 * units]` by gates i, f, c, o. */
export const lstm = recurrent<LstmConfig>(
  'lstm',
  leavingOut(
    IGNORED,
    object({
      ...gatedArguments,
      unit_forget_bias: v.optional(truth(), true),
      ...dropoutArguments,
      ...seedArgument,
      ...sequenceArguments,
    }),
  ),
  cell,
);
