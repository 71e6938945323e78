import type { dropoutText as english } from '../../layers/dropout.ts';

export const dropoutText: typeof english = {
  now: 'jetzt: geht unverändert weiter',
  kept: (share, factor) => `Training behält ${share}: mal ${factor}`,
  dropped: (share) => `Training lässt ${share} weg: null`,
};
