import type { spokenSequence as english } from '../spoken-sequence.ts';

export const spokenSequence: typeof english = {
  steps: (first, last, source) =>
    first === last ? `Schritt ${first} von ${source}.` : `Schritte ${first} bis ${last} von ${source}.`,
  words: (words) => `Die Wörter: ${words}.`,
  padding: (count, all) => `${count} von ${all} auf Padding.`,
  gaps: (rate) => `Alle ${rate} Schritte einer.`,
  causal: 'Kein späterer Schritt wird gesehen.',
  won: (step, word) =>
    word ? `Schritt ${step}, „${word}“, ist der größte.` : `Schritt ${step} ist der größte.`,
  lookedUp: (word, number) => `Das Wort „${word}“ hat die Nummer ${number}: seine Zeile der Tabelle.`,
  shared: 'An jedem Schritt dieselben Gewichte.',
  number: (number) => `Nummer ${number}: ihre Zeile der Tabelle.`,
};
