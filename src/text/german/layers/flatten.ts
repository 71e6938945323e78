import type { flattenText as english } from '../../layers/flatten.ts';

export const flattenText: typeof english = {
  from: (row, col, channel) => `Zeile ${row}, Spalte ${col}, Kanal ${channel}`,
  to: (position) => `Stelle ${position}`,
};
