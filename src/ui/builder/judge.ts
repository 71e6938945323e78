import type { Json } from '../../base/json.ts';
import type { Argument } from '../../model/arguments/arguments.ts';
import type { ModelDocument } from '../../model/document.ts';
import { setArgument } from '../../model/edit/argument.ts';
import type { Network } from '../../model/network.ts';
import { type Fix, nearestFixes } from './nearest.ts';
import { tryOut } from './trial.ts';

/** What the gate says to a value that is tried: the network that it makes, or why not and what could be instead. */
export interface Judgement {
  readonly network?: Network;
  readonly refused?: string;
  readonly fixes?: readonly Fix[];
}

/** Without ways out: those that the gate knows are for the whole, not for a part of it. */
export function judgedOnly({ fixes: _, ...judged }: Judgement): Judgement {
  return judged;
}

export function judge(document: ModelDocument, layer: string, argument: Argument, value: Json): Judgement {
  const about = argument.name === 'name' ? String(value) : layer;
  const trial = tryOut(() => setArgument(document, layer, argument.name, value), about);
  if (trial.refused === undefined) return { network: trial.network };
  return { refused: trial.refused, fixes: nearestFixes(document, layer, argument, value) };
}
