import type { outputsText as english } from '../../layers/outputs.ts';

export const outputsText: typeof english = {
  together: 'zusammen 1: eine Antwort',
  apart: 'jede für sich: ja ab 0,5',
  no: 'nein',
  yes: 'ja',
  threshold: '0,5',
  truth: 'richtig',
  truthOf: (value) => `tatsächlich ${value}`,
  lastValue: (value) => `letzter Wert ${value}`,
  mean: (value) => `Mittelwert ${value}`,
  off: (value) => `${value} daneben`,
  heads: (heads, classes) => `${heads} Köpfe zu ${classes} Klassen: Jede Spalte ergibt zusammen 1`,
  column: 'jede Spalte ergibt zusammen 1',
  right: (right, heads) => `${right} von ${heads} Köpfen richtig`,
};
