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
import { addRows, blockOf, type Cell, ownTerm, plainSum, type Row, timesMatrix } from './recurrent-cell.ts';

export interface GruConfig extends RecurrentConfig {
  readonly recurrent_activation: ActivationName;
  readonly reset_after: boolean;
}

function multiplied(a: Row, b: Row): Row {
  return a.map((value, at) => value * b[at]!);
}

const LETTERS = ['z', 'r', 'h'] as const;

/**
 * Cho et al. 2014: update gate z, reset gate r, candidate h, `hidden = z * hidden + (1 - z) * h`. The reset gate applies
 * to the hidden state's product with its matrix (`reset_after`, with a bias of its own), or to the hidden state itself.
 */
const cell: Cell<GruConfig> = {
  gates: LETTERS,
  states: 1,
  biasShape: ({ units, reset_after }) => (reset_after ? [2, 3 * units] : [3 * units]),
  step({ units, activation, recurrent_activation, reset_after }, weights, input, [hidden]) {
    const { kernel, recurrent, bias } = weights;
    const zero = new Array<number>(3 * units).fill(0);
    const inputBias = bias ? [...bias.data.subarray(0, 3 * units)] : zero;
    const hiddenBias = bias && reset_after ? [...bias.data.subarray(3 * units)] : zero;
    const fromInput = addRows(timesMatrix(input, kernel, 0, 3 * units), inputBias);
    const fromHidden = (row: Row, block: number) =>
      addRows(
        timesMatrix(row, recurrent, block * units, (block + 1) * units),
        blockOf(hiddenBias, block, units),
      );
    const gate = (pre: Row, name: ActivationName) => ({ pre, value: activateRow(pre, name) });
    const z = gate(addRows(blockOf(fromInput, 0, units), fromHidden(hidden!, 0)), recurrent_activation);
    const r = gate(addRows(blockOf(fromInput, 1, units), fromHidden(hidden!, 1)), recurrent_activation);
    const remembered = reset_after
      ? multiplied(r.value, fromHidden(hidden!, 2))
      : fromHidden(multiplied(r.value, hidden!), 2);
    const h = gate(addRows(blockOf(fromInput, 2, units), remembered), activation);
    const next = z.value.map((share, unit) => share * hidden![unit]! + (1 - share) * h.value[unit]!);
    return { states: [next], gates: { z, r, h } };
  },
  sum(config, moment, block, unit) {
    const { reset_after, units, activation, recurrent_activation } = config;
    const { gates, weights, before } = moment;
    const gate = LETTERS[block]!;
    const plain = plainSum(config, moment, gate, block, unit);
    const hiddenBias = reset_after ? weights.bias?.data[(3 + block) * units + unit] : undefined;
    const own = { ...plain, ...(hiddenBias !== undefined && { hiddenBias }) };
    if (gate !== 'h') return { ...own, activation: recurrent_activation };
    if (reset_after) return { ...own, reset: gates.r!.value[unit]!, activation };
    return { ...own, hidden: multiplied(gates.r!.value, before[0]!), activation };
  },
  derive(_, { before, gates }, unit, place) {
    const share = gates.z!.value[unit]!;
    return {
      reduction: 'sum',
      terms: [
        ownTerm(before[0]![unit]!, place(unit, 1), share),
        ownTerm(gates.h!.value[unit]!, place(unit, 0), 1 - share),
      ],
    };
  },
};

/** Gated recurrent units; kernel `[in, 3 * units]` by z, r, h; bias `[2, 3 * units]` with `reset_after`. */
export const gru = recurrent<GruConfig>(
  'gru',
  leavingOut(
    IGNORED,
    object({
      ...gatedArguments,
      ...dropoutArguments,
      ...seedArgument,
      ...sequenceArguments,
      reset_after: v.optional(truth(), true),
    }),
  ),
  cell,
);
