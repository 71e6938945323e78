import { type DatasetChannel, type DatasetDefinition, WORD } from '../../model/datasets/definition.ts';
import { formatCount, formatNumber } from '../../scene/format.ts';
import { spokenDataset } from '../../text/names.ts';
import { probeText } from '../../text/probe.ts';

/** So many steps, as long as they last. */
function lasting(count: number, { unit, each }: { readonly unit: string; readonly each: number }): string {
  return `${formatNumber(count * each)} ${unit}`;
}

/** Names of the channels with their units; what follows one another with but the last word changed is named once: `turning x, y, z`. */
function channelNames(channels: readonly DatasetChannel[]): string[] {
  const parts = channels.map(({ name, unit }) => {
    const cut = name.lastIndexOf(' ') + 1;
    return { stem: name.slice(0, cut), lasts: [name.slice(cut)], unit };
  });
  const groups: typeof parts = [];
  for (const part of parts) {
    const before = groups.at(-1);
    if (part.stem !== '' && before?.stem === part.stem && before.unit === part.unit)
      before.lasts.push(...part.lasts);
    else groups.push(part);
  }
  return groups.map(({ stem, lasts, unit }) => {
    const name = stem + lasts.join(', ');
    return unit === '' ? name : `${name} (${unit})`;
  });
}

/** The axes of a sample in words: its steps and how long they last, its words, its channels. */
export function axesText(definition: DatasetDefinition): string {
  const { shape, step, channels, unit } = spokenDataset(definition);
  const text = probeText.axes;
  const parts: string[] = [];
  if (unit === WORD) parts.push(text.words(formatCount(shape[0]!)));
  else if (step) parts.push(text.steps(formatCount(shape[0]!), lasting(1, step), lasting(shape[0]!, step)));
  if (step?.unit === 's') parts.push(text.rate(formatNumber(1 / step.each)));
  if (channels) parts.push(text.channels(channelNames(channels)));
  return parts.join('; ');
}
