import type { offline as english } from '../offline.ts';

export const offline: typeof english = {
  offers: {
    ready: 'Auch offline bereit: Seite, Lektionen und Daten sind in diesem Browser gespeichert.',
    release:
      'Eine neue Version ist da. Lade neu, wann du magst: Modell und Gewichte bleiben, die Kurven beginnen neu.',
    elsewhere: 'Die neue Version öffnet sich, sobald kein anderer Tab diese Seite zeigt.',
    incomplete: 'Ein Teil der Seite konnte nicht geladen werden.',
  },
  reload: 'Neu laden',
};
