/** Texts of a prediction's bars. */
export const barsText = {
  truth: 'truth',
};
