/** A text as its words: letters, digits and apostrophes within them, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []
  );
}

export const PADDING = 0;
export const UNKNOWN = 1;

/** A text as word numbers. */
export interface Encoded {
  /** As many as the model takes: padded with 0 at the end. */
  readonly numbers: Float32Array;
  /** Words that the vocabulary has not, each once, in their order. */
  readonly unknown: readonly string[];
  /** Words that there was no room for. */
  readonly cut: number;
}

/** Looks the words of a text up in a vocabulary; `length` is how many the model takes. */
export function encode(text: string, vocabulary: readonly string[], length: number): Encoded {
  const words = wordsOf(text);
  const places = new Map(vocabulary.map((word, number) => [word, number]));
  const taken = words.slice(0, length);
  const numbers = new Float32Array(length).fill(PADDING);
  taken.forEach((word, at) => {
    numbers[at] = places.get(word) ?? UNKNOWN;
  });
  const unknown = [...new Set(taken.filter((word) => !places.has(word)))];
  return { numbers, unknown, cut: words.length - taken.length };
}
