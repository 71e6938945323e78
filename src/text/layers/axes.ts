/** What runs along an axis, in words. Figures come formatted. */
export const axisNames: Readonly<Record<string, readonly [one: string, many: string]>> = {
  step: ['step', 'steps'],
  row: ['row', 'rows'],
  col: ['column', 'columns'],
  depth: ['slice', 'slices'],
  channel: ['channel', 'channels'],
  feature: ['feature', 'features'],
  unit: ['unit', 'units'],
  position: ['position', 'positions'],
};

const one = (meaning: string) => axisNames[meaning]?.[0] ?? meaning;
const many = (meaning: string) => axisNames[meaning]?.[1] ?? meaning;
const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const axesText = {
  /** A place: `step 3`. */
  place: (meaning: string, at: string) => `${one(meaning)} ${at}`,
  placeOf: (word: string, at: string, of: string) => `${word} ${at} of ${of}`,
  whole: one,
  part: (meaning: string, each: string) => `${one(meaning)}, ${each} at a time`,
  within: (meaning: string, size: string) => `which of ${size} ${many(meaning)}`,
  counted: (meaning: string, size: string) => `${size} ${many(meaning)}`,
  mixed: (parts: readonly string[]) => `mixed: ${parts.join(' × ')}`,
  lost: (meanings: readonly string[]) => `mixed: ${list(meanings.map(one))}, no longer told apart`,
  single: 'of size 1: says nothing',
  down: (words: string) => `↓ ${words}`,
  across: (words: string) => `→ ${words}`,
  axis: (number: string, size: string, words: string) => `axis ${number} (${size}): ${words}`,
  meaning: 'What does each axis mean now?',
  sliced: (words: string) => `at ${words}`,

  traced: (from: string, words: string, to: string) => `${from}${words && `, ${words},`} is now ${to}`,
  neighbours: (one: string, first: string, other: string, second: string) =>
    `${one} and ${other} stand side by side: ${first} and ${second}`,
  other: (name: string, place: string) => `${name} gives the same shape, but has it at ${place}`,
  sameHere: ': this one is in the same place',
  otherTitle: (name: string) => `instead: ${name}`,
  /** Where a number stands in the order of reading, from 0: worked out under the old axes and the new. */
  number: (flat: string, from: string, to: string) => `; number ${flat} = ${from} = ${to}`,
  together: (words: string) => `dashed: everything of ${words}`,
  reading: 'line: the order of reading, row by row',
  among: (place: string) => `some of ${place}`,
  back: (chain: string) => `traced back: ${chain}`,
};
