import type { notices as english } from '../notices.ts';
import { page } from '../page.ts';

export const notices: typeof english = {
  linkRefused: 'Der Link konnte nicht geöffnet werden, deshalb siehst du das Standarddokument.',
  editPaused:
    'Der Lauf wurde angehalten, weil sich das Modell geändert hat. Unveränderte Schichten behalten ihre Gewichte.',
  linkedWeights: 'Die Gewichte kamen mit dem Link, auf 8 Bit je Tensor gerundet.',
  missingData: (file) =>
    `Die Daten dieses Dokuments, ${file}, sind nicht in diesem Browser: Öffne die Datei noch einmal, um zu trainieren. Bis dahin ist die Eingabe Rauschen.`,
  recovered(cause, backend) {
    const lost = cause === 'context' ? 'Die GPU ging verloren' : 'Die Engine brach unerwartet ab';
    return `${lost}. Sie wurde auf ${page.backend.names[backend]} mit den letzten Gewichten neu gestartet; der Verlauf bleibt erhalten.`;
  },
};
