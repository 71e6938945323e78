/** Texts of a one-dimensional convolution's lens. Figures come formatted. */
export const conv1dText = {
  start: (output: number, stride: number, before: number, first: string) =>
    `first step = ${output} × ${stride}${before > 0 ? ` − ${before}` : ''} = ${first}`,
  causal: 'causal: no step sees a later one',
  channels: (last: number) => (last === 0 ? '' : `, channels 0 to ${last}`),
};
