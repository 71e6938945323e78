/** Texts of a softmax, drawn as its exponentials, their sum and the division. */
export const softmaxText = {
  class: 'class',
  pre: 'x',
  exponential: 'exp(x − max)',
  share: 'share of the sum',
  sum: 'sum',
  others: (count: number) => `${count} more`,
} as const;
