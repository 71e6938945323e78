/** What speaks for a model: the share of classes it gets right, how far its numbers are off, or its loss. */
export type Merit = { readonly type: 'right' | 'error' | 'loss'; readonly value: number };

/** Whether `one` is better than `other`, of the same type; what is no number is worse than any. */
function isBetter(one: Merit, other: Merit): boolean {
  if (Number.isNaN(one.value)) return false;
  if (Number.isNaN(other.value)) return true;
  return one.type === 'right' ? one.value > other.value : one.value < other.value;
}

/** The places of models from the best to the worst; undefined where they are not measured alike. */
export function ranking(merits: readonly Merit[]): number[] | undefined {
  const [first] = merits;
  if (!first || merits.some(({ type }) => type !== first.type)) return undefined;
  return merits
    .map((_, place) => place)
    .sort((a, b) => Number(isBetter(merits[b]!, merits[a]!)) - Number(isBetter(merits[a]!, merits[b]!)));
}
