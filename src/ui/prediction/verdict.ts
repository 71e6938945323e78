import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { labelsOf } from '../../model/datasets/target.ts';
import { formatPercent } from '../../scene/format.ts';
import type { TraceState } from '../../stores/state.ts';
import { spokenDataset } from '../../text/names.ts';
import { page } from '../../text/page.ts';
import { measured } from '../probe/sample-words.ts';

/** What a few output numbers say of the probe. */
export interface Verdict {
  readonly text: string;
  readonly verdict?: 'right' | 'wrong';
}

type Probe = TraceState['probe'];

/** One sigmoid unit: how likely the second of two classes is, and whether that is right. */
function ofTwo(likely: number, names: readonly string[] | undefined, { label }: Probe): Verdict {
  const share = formatPercent(likely);
  if (names?.length !== 2) return { text: page.prediction.probability(share) };
  const best = likely > 0.5 ? 1 : 0;
  const name = names[best]!;
  const sure = formatPercent(best === 1 ? likely : 1 - likely);
  if (label === undefined) return { text: page.prediction.likely(name, sure) };
  const right = label === best;
  return {
    text: right
      ? page.prediction.likelyRight(name, sure)
      : page.prediction.likelyWrong(name, sure, names[label]!),
    verdict: right ? 'right' : 'wrong',
  };
}

/** Numbers in the unit of the data, beside the truth. */
function ofNumbers(
  values: ArrayLike<number>,
  definition: DatasetDefinition,
  probe: Probe,
): Verdict | undefined {
  const { target } = definition;
  if (target.type !== 'numbers' || values.length !== target.names.length) return undefined;
  const said = Array.from(values).map((value, at) => {
    const truth = probe.targets?.[at];
    const number = measured(value, target);
    const named = values.length > 1 ? `${target.names[at]}: ${number}` : number;
    return truth === undefined ? named : page.prediction.numberAndTruth(named, measured(truth, target));
  });
  return { text: said.join('; ') };
}

/** What the numbers of an output say, where they are few and mean something; `sigmoid`: they are probabilities. */
export function verdictOf(
  values: ArrayLike<number>,
  sigmoid: boolean,
  definition: DatasetDefinition,
  probe: Probe,
): Verdict | undefined {
  const spoken = spokenDataset(definition);
  const numbers = ofNumbers(values, spoken, probe);
  if (numbers) return numbers;
  return sigmoid && values.length === 1 ? ofTwo(values[0]!, labelsOf(spoken), probe) : undefined;
}
