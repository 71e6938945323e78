/** Texts of a Dense layer's lens. Figures come formatted. */
export const denseText = {
  input: 'input',
  weight: 'weight',
  product: 'product',
  others: (count: string) => `${count} more terms`,
  sees: (count: string) => `this unit has a weight for each of the ${count} inputs`,
  steps: (count: string) => `at each of the ${count} steps the same weights`,
  local: (count: string, size: string) => `a ${size} convolution would see only these ${count}`,
};
