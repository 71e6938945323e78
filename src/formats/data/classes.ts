import { dataFaults } from '../../text/own-data.ts';
import { refusal } from './refuse.ts';

/** Classes that a softmax tells apart here. */
export const MOST_CLASSES = 256;

/** Texts as people sort them: 2 before 10. */
const sorted = (words: Iterable<string>) =>
  [...words].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));

/** Class numbers of labels, and what they are called; -1 for what has no label. */
export interface Classes {
  readonly names: readonly string[];
  readonly numbers: Int32Array;
}

/** @throws KernelscopeError where there are too many different labels, or only one. */
export function classesAmong(labels: readonly (string | undefined)[], what: string, path: string): Classes {
  const different = new Set<string>();
  for (const label of labels) {
    if (label === undefined) continue;
    different.add(label);
    if (different.size > MOST_CLASSES) {
      throw refusal('range', path, dataFaults.manyClasses(what, MOST_CLASSES));
    }
  }
  if (different.size < 2) throw refusal('range', path, dataFaults.oneClass(what));
  const names = sorted(different);
  const places = new Map(names.map((name, place) => [name, place]));
  const numbers = Int32Array.from(labels, (label) => (label === undefined ? -1 : places.get(label)!));
  return { names, numbers };
}
