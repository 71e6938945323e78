import type { coneTexts as english } from '../cone.ts';
import { plural } from '../language.ts';

export const coneTexts: typeof english = {
  panel: 'Reichweite des Stapels',
  lookback: 'Rückblick',
  lookbackRefusal: 'Eine ganze Zahl von 1 bis 100.000',
  steps: 'Schritte',
  covers: (reach, lookback) => `Reichweite ${reach} deckt einen Rückblick von ${lookback} ab.`,
  holes: (read, lookback) =>
    `Die Reichweite genügt, aber nur ${read} der letzten ${lookback} Schritte werden gelesen.`,
  short: (reach, lookback, missing) =>
    `Reichweite ${reach} deckt einen Rückblick von ${lookback} nicht ab: Es fehlen ${missing}.`,
  kernel: 'Kernel',
  dilation: 'Dilation',
  ofLayer: (layer, what) => `${what} von ${layer}`,
  refusal: 'Eine ganze Zahl ab 1',
  suggestions: (lookback) => `Kleinste Stapel, die ${lookback} abdecken`,
  stack: (kernel, last) => `Kernel ${kernel}, ${last === '1' ? 'eine Schicht' : `Dilationen 1 bis ${last}`}`,
  reach: (reach, weights) => `Reichweite ${reach}, ${weights} Gewichte`,
  pair: 'Gewichte für jedes Paar aus einem Eingabe- und einem Ausgabekanal',
  put: (stack) => `Den Stapel ersetzen durch: ${stack}`,
  done: (layer, what, value) => `${layer}: ${what}=${value} gesetzt`,
  restacked: (stack) => `Stapel: ${stack}`,
  show: 'Rezeptiver Kegel',
  spoken: (layer, step, count, source, first, last) =>
    `Schritt ${step} von ${layer} liest ${count} ${plural(count, { one: 'Schritt', other: 'Schritte' })} von ${source}: ${first} bis ${last}.`,
  spokenNone: (layer, step, source) =>
    `Schritt ${step} von ${layer} liest keinen Schritt von ${source}, nur Padding.`,
  notes: {
    short: (layer, reach, size) =>
      `Eine Ausgabe von ${layer} sieht ${reach} von ${size} Schritten: Was weiter weg liegt, sieht sie nie.`,
    joined: (layer, reach, size) =>
      `Eine Ausgabe von ${layer} sieht ${reach} von ${size} Schritten; spätere Schichten fassen Ausgaben zusammen, bis alle gesehen werden.`,
    beyond: (reach, size, beyond) =>
      `Eine Reichweite von ${reach} bei ${size} Schritten: ${beyond} ihrer Stellen sind Padding, wo immer das Fenster liegt.`,
    idle: (layers) => `Gewichte, die immer nur auf Padding treffen: ${layers}.`,
    idleOf: (layer, taps, kernel) => `${taps} von ${kernel} Kernelzellen von ${layer}`,
    holes: (holes, span) =>
      `Von den ${span} Schritten vom ersten bis zum letzten werden ${holes} nicht gelesen: Die Dilation überspringt sie.`,
    unread: (unread, size) =>
      `${unread} von ${size} Schritten liest keine Ausgabe: Die Schrittweiten überspringen sie.`,
    mixed: (layer, size, input) =>
      `Der Kegel endet bei ${layer}: Die Schicht liest ihre Eingabe von ${input} Zahl für Zahl, daher sind die ${size} Stellen entlang dieser Achse nicht mehr die Schritte der Eingabe. Ein Permute dreht Achsen und lässt sie ganz.`,
    all: (layer) => `Der Kegel endet bei ${layer}: Jede Ausgabe dort liest alles, was darunter liegt.`,
  },
};
