import type { DatasetDefinition, DatasetTarget } from './definition.ts';

const NONE: readonly string[] = [];

/** The classes that are told apart, by each head where there are several; none where the targets are numbers. The same list for the same target. */
export function classesOf({ target }: Pick<DatasetDefinition, 'target'>): readonly string[] {
  return target.type === 'numbers' ? NONE : target.classes;
}

/** How many numbers the target of a sample is. */
export function targetSize(target: DatasetTarget): number {
  if (target.type === 'classes') return 1;
  return target.type === 'heads' ? target.heads : target.names.length;
}

/** The classes of a sample's one target, by which it can be named; undefined where it has numbers or several heads. */
export function labelsOf(
  definition: Pick<DatasetDefinition, 'target'> | undefined,
): readonly string[] | undefined {
  return definition?.target.type === 'classes' ? definition.target.classes : undefined;
}
