/** Texts of a softmax, drawn as its exponentials, their sum and the division. */
export const softmaxText = {
  class: 'class',
  pre: 'x',
  exponential: 'exp(x − max)',
  share: 'share of the sum',
  sum: 'sum',
  of: (name: string, count: string) => `${name} of ${count} numbers`,
  others: (count: number) => `${count} more`,
};
