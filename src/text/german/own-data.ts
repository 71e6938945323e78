import { count, counted } from '../counted.ts';
import { plural } from '../language.ts';
import type {
  dataFaults as englishFaults,
  dataNotes as englishNotes,
  dataPlaces as englishPlaces,
} from '../own-data.ts';

const rows = (number: number) => counted(number, { one: 'Zeile', other: 'Zeilen' });
const samples = (number: number) => counted(number, { one: 'Beispiel', other: 'Beispiele' });
const are = (number: number) => plural(number, { one: 'ist', other: 'sind' });

export const dataFaults: typeof englishFaults = {
  none: 'es wurde keine Datei angegeben',
  unknown: (kinds) =>
    `das ist keine Art von Daten, die hier gelesen wird (CSV, .npy, .npz, der Bewegungsdatensatz von UCI, Klänge): ${kinds}`,
  empty: 'die Datei ist leer',
  noRows: 'unter den Spaltennamen stehen keine Zeilen',
  binary:
    'das ist kein Text: Eine Tabelle besteht aus Textzeilen mit Komma, Semikolon oder Tabulator zwischen den Zellen',
  encoding: 'das ist kein UTF-8-Text; speichere die Tabelle als UTF-8 und öffne sie noch einmal',
  ragged: (fields, wanted) =>
    `diese Zeile hat ${counted(fields, { one: 'Zelle', other: 'Zellen' })}, die erste hat ${count(wanted)}`,
  longLine:
    'diese Zeile hat kein Ende: Ein Anführungszeichen ist nicht geschlossen, oder das ist keine Tabelle',
  manyColumns: (most) => `mehr als ${count(most)} Spalten`,
  wideCharacters: 'das ist UTF-16-Text; speichere die Tabelle als UTF-8 und öffne sie noch einmal',
  noColumn: (known) => `diese Spalte gibt es nicht; es gibt ${known}`,
  noInputs: 'dem Modell bleibt keine Spalte, die es sehen kann',
  textColumn: (name, text) => `die Spalte „${name}“ soll Zahlen enthalten, hier steht aber ${text}`,
  wordyColumn: (name) => `die Spalte „${name}“ hat zu viele verschiedene Texte, um Klassen zu sein`,
  manyClasses: (name, most) =>
    `„${name}“ hat mehr als ${count(most)} verschiedene Werte, zu viele für Klassen; nimm sie als Zahl`,
  oneClass: (name) => `„${name}“ hat nur einen Wert, also gibt es nichts zu unterscheiden`,
  noTarget: 'die Spalte mit dem, was vorherzusagen ist, fehlt; wähle eine',
  fewRows: (length, available) =>
    `ein Fenster von ${rows(length)} passt nicht: Der längste Abschnitt ohne Lücke hat ${rows(available)}`,
  fewSamples: (available) =>
    `nur ${samples(available)}: Nötig sind mindestens eines zum Trainieren und eines zum Testen`,
  allMissing: 'in jedem Fenster fehlt eine Zahl',
  large: (values, most) =>
    `${count(values)} Zahlen sind mehr als die ${count(most)}, die hier aufbewahrt werden; nimm weniger Spalten, kürzere Fenster oder einen größeren Schritt`,
  largeFile: (bytes, most) =>
    `${count(bytes)} Bytes sind mehr als die ${count(most)}, die hier gelesen werden`,
  manyFiles: (most) => `mehr als ${count(most)} Dateien`,
  npy: 'das ist kein NumPy-Array: Es muss mit \\x93NUMPY beginnen',
  npyHeader: 'der Kopf dieses NumPy-Arrays ist nicht lesbar',
  npyObjects:
    'dieses Array enthält Python-Objekte, die hier nicht gelesen werden; speichere es mit dtype float32',
  npyType: (type) => `Zahlen vom Typ ${type} werden hier nicht gelesen; speichere das Array als float32`,
  npyShort: (bytes, wanted) => `das Array ist abgeschnitten: ${count(bytes)} von ${count(wanted)} Bytes`,
  npyAxes: (axes) =>
    `ein Array mit ${counted(axes, { one: 'Achse', other: 'Achsen' })} hat entlang seiner ersten Achse keine Beispiele`,
  noArray: (known) => `dieses Array gibt es nicht; es gibt ${known}`,
  lengths: (one, first, other, second) =>
    `„${one}“ hat ${samples(first)}, „${other}“ hat ${count(second)}; es müssen gleich viele sein`,
  noLabels: 'es gibt kein zweites Array mit ebenso vielen Zeilen, das sagt, was jedes Beispiel ist',
  splitShapes: (one, other) => `Trainings- und Testbeispiele haben verschiedene Formen: ${one} und ${other}`,
  notFinite: 'eine Zahl hier ist unendlich oder fehlt',
  zip: 'die zip-Datei ist beschädigt',
  zipEntry: (bytes) => `entpackt sind es ${bytes} Bytes, mehr als hier gelesen werden`,
  uciMissing: (name) => `die Datei ${name} des Bewegungsdatensatzes fehlt`,
  uciLines: (lines, wanted) => `${rows(lines)}, aber ${count(wanted)} Labels`,
  uciNumber: (text) => `erwartet wird eine Zahl, hier steht aber ${text}`,
  uciLabel: (label) => `das Label ${label} steht nicht in activity_labels.txt`,
  noSound: 'das ist kein Klang, den der Browser abspielen kann',
  textAsSound: (ending) => `das ist Text, obwohl der Name auf .${ending} endet`,
  longSounds: (minutes) =>
    `alle Klänge zusammen sind länger als die ${count(minutes)} Minuten, die hier aufbewahrt werden; öffne weniger davon`,
  silent: 'dieser Klang hat keine Länge',
  soundless: 'Klänge können hier nicht dekodiert werden',
  cancelled: 'das Lesen wurde beendet',
  worker: 'das Programm, das die Dateien liest, brach unerwartet ab; versuche eine kleinere Datei',
  offline:
    'das Programm, das die Dateien liest, konnte nicht geladen werden; prüfe die Verbindung und versuche es noch einmal',
};

export const dataNotes: typeof englishNotes = {
  kept: (number, share) =>
    `Nur die ${number === 1 ? 'erste Zeile wird' : `ersten ${rows(number)} werden`} behalten, etwa ${share < 0.01 ? 'weniger als 1' : Math.round(share * 100)} % der Datei: Mehr würde nicht passen.`,
  missing: (name, cells, line) =>
    `„${name}“ hat in ${rows(cells)} keine Zahl, zuerst in Zeile ${count(line)}.`,
  leftOut: (windows) => `${samples(windows)} mit fehlenden Zahlen ${are(windows)} weggelassen.`,
  unlabelled: (number) => `${rows(number)} ohne Klasse ${are(number)} weggelassen.`,
  chronological:
    'Der letzte Teil jedes Abschnitts ohne Lücke ist zum Testen; kein Fenster liegt in beiden Teilen.',
  byGroup: (groups, of) =>
    `${counted(groups, { one: 'Gruppe', other: 'Gruppen' })} von ${count(of)} ${are(groups)} zum Testen, ausgewählt durch den Seed.`,
  bySound: (sounds, of) =>
    `${counted(sounds, { one: 'Klang', other: 'Klänge' })} von ${count(of)} ${are(sounds)} zum Testen, ausgewählt durch den Seed.`,
  bySeed: 'Welche Beispiele zum Testen sind, bestimmt der Seed.',
  given: 'Die Dateien sagen, was zum Trainieren ist und was zum Testen.',
  unseen: (classes) => `Nur zum Testen: ${classes}.`,
  untested: (classes) => `Nur zum Trainieren: ${classes}.`,
  standardized: 'Auf Mittelwert 0 und Abweichung 1 gebracht, gemessen am Trainingsteil.',
  forecast: (ahead) => `Die Zahl steht ${rows(ahead)} nach der letzten des Fensters.`,
  padded: (sounds) =>
    sounds === 1
      ? '1 Klang, der kürzer als ein Beispiel ist, ist mit Stille aufgefüllt.'
      : `${count(sounds)} Klänge, die kürzer als ein Beispiel sind, sind mit Stille aufgefüllt.`,
  skippedFiles: (files) =>
    `${counted(files, { one: 'Datei', other: 'Dateien' })} anderer Art ${are(files)} übergangen.`,
};

export const dataPlaces: typeof englishPlaces = {
  line: (line) => `Zeile ${count(line)}`,
  splitLine: (split, line) => `${split}, Zeile ${count(line)}`,
  row: (row) => `Zeile ${count(row)}`,
  rowOf: (row, array) => `Zeile ${count(row)} von ${array}`,
  seconds: (path, seconds) => `${path}, ${seconds.toFixed(2).replace('.', ',')} s`,
  folder: 'Ordner',
  fileName: 'Dateiname',
};
