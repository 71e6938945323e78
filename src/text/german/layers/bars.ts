import type { barsText as english } from '../../layers/bars.ts';

export const barsText: typeof english = {
  truth: 'richtig',
};
