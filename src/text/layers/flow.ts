/** The way from the sum of the products to the output, as every weighted layer shows it. */
export const flowText = {
  sum: 'sum of products',
  products: (count: string) => `${count} products`,
  bias: '+ bias',
  pre: 'pre-activation',
  output: 'output',
  short: { sum: 'sum', bias: 'bias', pre: 'pre-activation', output: 'output' },
};
