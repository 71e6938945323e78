import { CUSTOM } from '../model/datasets/custom.ts';
import type { DatasetDefinition, DatasetTarget } from '../model/datasets/definition.ts';
import { INPUT_NAME } from '../model/network.ts';
import { language } from './language.ts';
import { page } from './page.ts';

/** English names that data sets and examples come with, in the language that is spoken; those left out are read as they are. */
export const names: Record<string, string> = {};

/** The title of an example or a preset as people read it. */
export function spokenName(name: string): string {
  return language() !== 'en' && Object.hasOwn(names, name) ? names[name]! : name;
}

/** A layer's name in a caption: the model's input is called what its column is. */
export function spokenLayer(name: string): string {
  return name === INPUT_NAME ? page.layer.input : name;
}

const known = new WeakMap<DatasetDefinition, Partial<Record<string, DatasetDefinition>>>();

/** A data set with its names as people read them: the same object for the same one. The reader's own data are as they say. */
export function spokenDataset(definition: DatasetDefinition): DatasetDefinition {
  const spoken = language();
  if (spoken === 'en' || definition.name === CUSTOM) return definition;
  const made = known.get(definition) ?? {};
  known.set(definition, made);
  made[spoken] ??= {
    ...definition,
    target: spokenTarget(definition.target),
    ...(definition.channels && {
      channels: definition.channels.map((channel) => ({ ...channel, name: spokenName(channel.name) })),
    }),
    ...(definition.step && { step: { ...definition.step, unit: spokenName(definition.step.unit) } }),
  };
  return made[spoken];
}

function spokenTarget(target: DatasetTarget): DatasetTarget {
  return target.type === 'numbers'
    ? { ...target, names: target.names.map(spokenName) }
    : { ...target, classes: target.classes.map(spokenName) };
}
