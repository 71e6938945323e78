import type { conv1dText as english } from '../../layers/conv1d.ts';

export const conv1dText: typeof english = {
  start: (output, stride, before, first) =>
    `erster Schritt = ${output} × ${stride}${before > 0 ? ` − ${before}` : ''} = ${first}`,
  causal: 'kausal: Kein Schritt sieht einen späteren',
  channels: (last) => (last === 0 ? '' : `, Kanäle 0 bis ${last}`),
};
