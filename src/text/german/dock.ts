import type { dock as english } from '../dock.ts';

export const dock: typeof english = {
  label: 'Werkbank',
  list: 'Bereiche',
  tabs: { train: 'Training', code: 'Code', data: 'Daten', compare: 'Vergleich' },
  running: 'Training läuft',
};
