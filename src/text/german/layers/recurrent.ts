import { plural } from '../../language.ts';
import type { recurrentText as english } from '../../layers/recurrent.ts';

export const recurrentText: typeof english = {
  gates: {
    i: 'i, Input-Gate',
    f: 'f, Forget-Gate',
    c: 'c̃, Kandidat',
    o: 'o, Output-Gate',
    z: 'z, Update-Gate',
    r: 'r, Reset-Gate',
    h: 'h̃, Kandidat',
  },
  letters: { c: 'c̃', h: 'h̃' },
  hidden: 'verborgener Zustand',
  cell: 'Zellzustand',
  output: 'h, Ausgabe',
  direction: { forward: 'vorwärts', backward: 'rückwärts' },

  shared: (steps) => `ein Satz Gewichte, an jedem der ${steps} Schritte benutzt`,
  single: 'die Gewichte, am einzigen Schritt benutzt',
  weight: (name, shape, count) => `${name} ${shape} = ${count}`,

  steps: (count) => `${count} ${plural(count, { one: 'Schritt', other: 'Schritte' })} →`,
  units: (count) => `${count} ${plural(count, { one: 'Unit', other: 'Units' })} ↓`,
  features: (count) => `${count} ${plural(count, { one: 'Merkmal', other: 'Merkmale' })} ↓`,
  window: (first, last, of) => `Schritte ${first} bis ${last} von ${of}`,

  first: {
    zero: 'beginnt bei 0',
    short: '0',
    stateful: 'stateful: beginnt, wo der Batch davor endete; hier bei 0',
    given: (names) => `beginnt mit ${names}`,
  },
  backwards: (first) => `go_backwards: liest zuerst Schritt ${first}`,
  turned: (step) => `Ausgabe 0 ist Schritt ${step}, der zuerst gelesene`,

  all: (shape, to) => `return_sequences: Alle Spalten gehen weiter${to}: ${shape}`,
  last: (shape, to) => `nur die letzte Spalte geht weiter${to}: ${shape}`,
  to: (layer) => ` zu ${layer}`,
  state: (states) => `return_state: ebenso, vom letzten Schritt, ${states}`,

  opened: (step, of, unit, units) =>
    `Schritt ${step} von ${of}, Unit ${unit} von ${units}: was ihre Gates summieren`,
  input: (source, step) => `${source}, Schritt ${step}`,
  before: 'h davor',
  fromInput: '× Kernel',
  fromHidden: '× rekurrent',
  bias: 'Bias',
  sum: 'Summe',
  value: 'Gate',
  candidate: 'Wert',
  reset: (r, input, hidden) => `h̃: Was von h kommt, wird mit r multipliziert: ${input} + ${r} × ${hidden}`,
  resetFirst: 'h̃: h wird zuerst mit r multipliziert, Unit für Unit',
  previous: 'davor',
  after: 'danach',

  merging: (mode, forward, backward) =>
    `merge_mode ${mode} von vorwärts ${forward} und rückwärts ${backward} = `,
  directions: (name, second, forward, backward, mode) => {
    if (mode !== 'concat') return `Schicht ${name}; die rückwärts liest vom letzten zum ersten Schritt`;
    const [own, other] = second ? [backward, forward] : [forward, backward];
    const place = second ? `die letzten ${own} Units` : `die ersten ${own} Units`;
    return `Schicht ${name}, ${place}; die anderen ${other} gehören zur Schicht ${second ? 'vorwärts' : 'rückwärts'}, mit eigenen Gewichten`;
  },
  atStep: (step) => `bei Schritt ${step}`,

  anySteps: 'beliebig viele Schritte',
  spoken: {
    step: (step, of, unit, units) => `Schritt ${step} von ${of}, Unit ${unit} von ${units}.`,
    gate: (name, sum, value) => `${name}: Summe ${sum}, Wert ${value}.`,
    state: (name, before, after) => `${name}: davor ${before}, danach ${after}.`,
  },
};
