import { INPUT_NAME, type Network } from '../../model/network.ts';

/** Sequences of more steps than this have their time across, however the network runs: as signals. */
const SHORT = 16;

/** Whether the network reads a text: its input's numbers are looked up in a table. */
function readsWords({ layers }: Network): boolean {
  return layers.some(({ kind, inputs }) => kind === 'Embedding' && inputs[0] === INPUT_NAME);
}

/** Whether a sequence of so many steps has its time across; a text's steps run down, as its words do. */
export function timeRunsAcross(network: Network, steps: number, column = false): boolean {
  return steps > 0 && (column || steps > SHORT) && !readsWords(network);
}
