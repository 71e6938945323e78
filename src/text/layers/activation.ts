/** Texts of an activation's lens. Figures come formatted. */
export const activationText = {
  input: 'input',
  output: 'output',
  zero: (zeros: string, cells: string, percent: string) =>
    `${zeros} of ${cells} cells of this map are zero (${percent})`,
  spread: 'how often each input occurs in this map',
};
