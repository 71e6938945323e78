import type { axesText as english, axisNames as englishNames } from '../../layers/axes.ts';

export const axisNames: typeof englishNames = {
  step: ['Schritt', 'Schritte'],
  row: ['Zeile', 'Zeilen'],
  col: ['Spalte', 'Spalten'],
  depth: ['Scheibe', 'Scheiben'],
  channel: ['Kanal', 'Kanäle'],
  feature: ['Merkmal', 'Merkmale'],
  unit: ['Unit', 'Units'],
  position: ['Stelle', 'Stellen'],
};

const one = (meaning: string) => axisNames[meaning]?.[0] ?? meaning;
const many = (meaning: string) => axisNames[meaning]?.[1] ?? meaning;
const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`;

export const axesText: typeof english = {
  place: (meaning, at) => `${one(meaning)} ${at}`,
  placeOf: (word, at, of) => `${word} ${at} von ${of}`,
  whole: one,
  part: (meaning, each) => `${one(meaning)}, je ${each}`,
  within: (meaning, size) => `welche der ${size} ${many(meaning)}`,
  counted: (meaning, size) => `${size} ${many(meaning)}`,
  mixed: (parts) => `gemischt: ${parts.join(' × ')}`,
  lost: (meanings) => `gemischt: ${list(meanings.map(one))}, nicht mehr zu trennen`,
  single: 'Größe 1: sagt nichts',
  down: (words) => `↓ ${words}`,
  across: (words) => `→ ${words}`,
  axis: (number, size, words) => `Achse ${number} (${size}): ${words}`,
  meaning: 'Was bedeutet jede Achse jetzt?',
  sliced: (words) => `bei ${words}`,

  traced: (from, words, to) => `${from}${words && `, ${words},`} ist jetzt ${to}`,
  neighbours: (one, first, other, second) =>
    `${one} und ${other} stehen nebeneinander: ${first} und ${second}`,
  other: (name, place) => `${name} ergibt dieselbe Form, hat sie aber bei ${place}`,
  sameHere: ': diese steht an derselben Stelle',
  otherTitle: (name) => `stattdessen: ${name}`,
  number: (flat, from, to) => `; Nummer ${flat} = ${from} = ${to}`,
  together: (words) => `gestrichelt: alles von ${words}`,
  reading: 'Linie: die Lesereihenfolge, Zeile für Zeile',
  among: (place) => `ein Teil von ${place}`,
  back: (chain) => `zurückverfolgt: ${chain}`,
};
