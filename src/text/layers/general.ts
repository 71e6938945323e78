/** Texts of a lens of a layer without a picture of its own. Figures come formatted. */
export const generalText = {
  input: 'input',
  weight: 'weight',
  factor: 'times',
  product: 'product',
  rest: (count: string) => `${count} more terms`,
  others: (count: string) => `${count} more`,
  none: 'Nothing of the input is under this cell: only padding.',
  constant: 'constant',
  chosen: 'row chosen',
  own: 'of this layer',
  /** What the terms come to, by how they combine. */
  result: {
    sum: 'sum',
    products: 'sum of products',
    mean: 'average',
    max: 'largest',
    min: 'smallest',
    product: 'product',
    identity: 'value',
  },
};
