import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { labelsOf } from '../../model/datasets/target.ts';
import { PADDING } from '../../model/sequence/words.ts';
import { formatNumber } from '../../scene/format.ts';
import { spokenDataset } from '../../text/names.ts';

/** Names of heads are long where there are many: then only how many are said, and the first ones. */
const MOST_HEADS = 4;

/** A number that the model is trained on, in the unit of the data. */
export function measured(
  value: number,
  {
    scale = 1,
    offset = 0,
    unit,
  }: { readonly scale?: number; readonly offset?: number; readonly unit: string },
): string {
  const number = formatNumber(value * scale + offset);
  return unit === '' ? number : `${number} ${unit}`;
}

/** What is to be said of a sample, in words: its class, its numbers in their unit, the classes of its heads. */
export function truthText(definition: DatasetDefinition | undefined, targets: readonly number[]): string {
  const spoken = definition && spokenDataset(definition);
  const target = spoken?.target;
  const classes = labelsOf(spoken);
  if (!target || classes) return classes?.[targets[0]!] ?? String(targets[0]);
  if (target.type === 'numbers') {
    const said = targets.map((value) => measured(value, target));
    return said.length === 1
      ? said[0]!
      : said.map((number, at) => `${target.names[at]} ${number}`).join(', ');
  }
  if (target.type !== 'heads') return '';
  const said = targets.slice(0, MOST_HEADS).map((label) => target.classes[label] ?? String(label));
  return [...said, ...(targets.length > MOST_HEADS ? ['…'] : [])].join(', ');
}

/** The words of a text, without the padding. */
export function sampleText(numbers: ArrayLike<number>, words: readonly string[]): string {
  const found = Array.from(numbers).filter((number) => number !== PADDING);
  return found.map((number) => words[number] ?? String(number)).join(' ');
}
