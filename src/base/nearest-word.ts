/**
 * Single letters to put in, take out or change, or neighbours to swap, that make one text of the other: the optimal
 * string alignment distance.
 */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, count) => count);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above.at(-1)!;
}

/** The word that `given` was most likely meant to be: at most a third of its letters differ, case not counted. */
export function nearestWord(given: string, words: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const most = Math.max(1, Math.floor(word.length / 3));
    // First, so that a very long text costs nothing.
    if (Math.abs(word.length - given.length) > most) continue;
    const apart = distance(given.toLowerCase(), word.toLowerCase());
    if (apart > most || apart >= least) continue;
    nearest = word;
    least = apart;
  }
  return nearest;
}
