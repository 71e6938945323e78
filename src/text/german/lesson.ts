import { plural } from '../language.ts';
import type { lessonText as english } from '../lesson.ts';

export const lessonText: typeof english = {
  open: 'Lektionen',
  list: 'Lektionen',
  intro: 'Vorhersagen, hinsehen, erklären: Jede dauert ein paar Minuten und stellt die Seite selbst ein.',
  closeList: 'Liste schließen',
  minutes: (count) => `${count} min`,
  after: (lessons) => `Am besten nach ${lessons}`,
  done: 'Fertig',
  score: (right, questions) => `${right} von ${questions} auf Anhieb richtig`,
  step: (step, steps) => `Schritt ${step} von ${steps}`,
  start: 'Beginnen',
  goOn: 'Weitermachen',
  repeat: 'Wiederholen',
  fromStart: 'Von vorn',

  panel: 'Lektion',
  close: 'Lektion schließen',
  dots: 'Schritte',
  dot: (step, state) => `Schritt ${step}${state}`,
  dotDone: ', erledigt',
  dotOpen: ', offen',
  dotAhead: ', noch nicht gesehen',
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Überspringen',
  loading: 'Die Lektion wird geladen…',
  notLoaded: 'Die Lektion konnte nicht geladen werden.',

  yourAnswer: 'Deine Antwort',
  answer: 'Antworten',
  axis: (axis) => `Größe der Achse ${axis}`,
  cell: (row, column, value) => `Zeile ${row}, Spalte ${column}: ${value}`,
  place: (place, value) => `Stelle ${place}: ${value}`,
  cells: 'Wähle Zellen; Pfeiltasten bewegen, die Leertaste wählt',
  marked: 'die, nach der gefragt ist',
  right: 'Richtig.',
  wrong: 'Noch nicht.',
  look: 'Denk noch einmal darüber nach.',
  unread: {
    number: 'Gib eine Zahl ein.',
    decimal: (decimals) =>
      `Gib eine Zahl mit ${decimals} ${plural(decimals, { one: 'Nachkommastelle', other: 'Nachkommastellen' })} ein.`,
    shape: 'Gib in jedes Feld eine ganze Zahl ein.',
    cells: 'Wähle mindestens eine Zelle.',
    choice: 'Wähle eine der Antworten.',
  },
  reveal: 'Zeig es mir',
  shown: (answer) => `Die Antwort ist ${answer}.`,
  again: 'Frag mich mit anderen Zahlen',
  practise: 'Noch einmal mit anderen Zahlen',
  covered: 'Erst deine Vorhersage',
  coveredNote: 'Das Modell erscheint hier, sobald du geantwortet hast.',

  toDo: 'Du bist dran',
  did: 'Geschafft.',
  counted: (done, of) => `${done} von ${of}`,

  finished: 'Lektion beendet',
  finishedScore: (right, questions) => `${right} von ${questions} Fragen auf Anhieb richtig.`,
  leftOpen: (count) =>
    plural(count, { one: 'Ein Schritt ist noch offen.', other: `${count} Schritte sind noch offen.` }),
  toOpen: 'Dorthin',
  nextLesson: (title) => `Nächste Lektion: ${title}`,
  allLessons: 'Alle Lektionen',
  finish: 'Beenden',

  closeTerm: 'Erklärung schließen',

  change: (title) => `Lektion: ${title}`,
  before: (title) =>
    `Die Lektion ist geschlossen, ihr Modell bleibt. Was du vorher hattest, ist aufgehoben: „${title}“.`,
  bringBack: 'Zurückholen',
  putAway: 'Nicht nötig',
};
