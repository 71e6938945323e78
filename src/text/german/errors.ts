import type {
  BY_CODE as english,
  errorFrame as englishFrame,
  BY_REASON as englishReasons,
} from '../errors.ts';
import { inGerman } from './phrases.ts';

export const errorFrame: typeof englishFrame = {
  at: (path, said) => `Bei ${path.replace(/^line (\d+), column (\d+)$/, 'Zeile $1, Spalte $2')}: ${said}.`,
  both: (expected, received) => `erwartet wird ${inGerman(expected)}, nicht ${inGerman(received)}`,
  expected: (expected) => `erwartet wird ${inGerman(expected)}`,
  received: (what, received) => `${what} (${inGerman(received)})`,
};

export const BY_CODE: typeof english = {
  syntax: {
    what: 'das kann nicht gelesen werden',
    advice: 'Vielleicht wurde es beim Kopieren abgeschnitten; kopiere noch einmal alles.',
  },
  version: {
    what: 'diese Schema-Version ist hier nicht bekannt',
    advice: 'Öffne es mit einer neueren Version von Kernelscope.',
  },
  type: { what: 'das hat den falschen Typ', advice: '' },
  range: { what: 'dieser Wert ist hier nicht erlaubt', advice: '' },
  'unknown-key': {
    what: 'diesen Schlüssel gibt es hier nicht',
    advice: 'Die Schlüssel sind die von Keras; prüfe die Schreibweise oder lass ihn weg.',
  },
  'missing-key': {
    what: 'dieser Schlüssel fehlt',
    advice: 'Ergänze ihn.',
    say: ({ expected }) =>
      `dieser Schlüssel fehlt${expected === undefined ? '' : ` (erwartet wird ${inGerman(expected)})`}`,
  },
  'unknown-layer': {
    what: 'diese Schicht gibt es hier nicht',
    advice: 'Verwende eine von denen, die es gibt.',
  },
  'duplicate-name': {
    what: 'eine andere Schicht hat diesen Namen schon',
    advice: 'Jede Schicht braucht einen eigenen Namen.',
  },
  shape: {
    what: 'die Form passt nicht',
    advice: 'Ändere diese Schicht oder die davor, sodass die Formen zusammenpassen.',
  },
  unsupported: { what: 'diese Kombination geht hier nicht', advice: 'Ändere eines von beiden.' },
  budget: {
    what: 'das ist zu groß',
    advice: 'Mach das Modell kleiner: weniger Schichten, Filter oder Units.',
  },
  'dataset-shape': {
    what: 'der Datensatz passt nicht zum Modell',
    advice: 'Ändere die Eingabeform oder die letzte Schicht, oder wähle einen anderen Datensatz.',
  },
  'not-compiled': {
    what: 'das Modell hat keinen Loss und keinen Optimierer',
    advice: 'Ergänze „compile“ im Dokument, bevor du trainierst oder auswertest.',
  },
  'not-found': { what: 'das gibt es hier nicht', advice: '' },
  'not-finite': {
    what: 'die Zahlen wurden unendlich oder NaN',
    advice: 'Versuche eine kleinere Lernrate und beginne dann neu.',
  },
  busy: { what: 'das geht nicht, während das Modell trainiert', advice: 'Halte den Lauf zuerst an.' },
  backend: { what: 'dieses Backend ist nicht verfügbar', advice: 'Das bisherige läuft weiter.' },
  engine: {
    what: 'die Engine, die das Netz berechnet, ist ausgefallen',
    advice: 'Lade die Seite neu; wenn es wieder passiert, wähle ein anderes Backend.',
  },
  network: {
    what: 'eine Datei der Website konnte nicht geladen werden',
    advice: 'Prüfe die Verbindung und versuche es noch einmal.',
  },
  'too-long': { what: 'der Link würde zu lang', advice: 'Teile ihn ohne die Gewichte.' },
};

const KERAS: { readonly say: NonNullable<(typeof english)['type']['say']> } = {
  // Keras's own words stay English.
  say: ({ expected, received }) => `${expected}. Erhalten: ${received}`,
};

const SAVE_AGAIN = 'Speichere das Modell noch einmal mit model.save("model.keras").';

export const BY_REASON: typeof englishReasons = {
  'near-key': {
    say: ({ received }) => `hier gibt es keinen Schlüssel ${received}`,
    advice: ({ expected }) => `Ist ${expected} gemeint? Wenn nicht, lass ihn weg.`,
  },
  'no-key': { say: ({ received }) => `hier gibt es keinen Schlüssel ${received}` },
  given: { advice: 'Übergib ein flaches Array dieser Form, Zeile für Zeile.' },
  layer: { what: 'diese Schicht gibt es nicht', advice: '' },
  weight: {
    what: 'die Schicht hat kein solches Gewicht',
    advice: 'Gewichte stehen in der Reihenfolge von Keras.',
  },
  index: { what: 'die Schicht hat keine solche Ausgabezelle', advice: 'Indizes beginnen bei 0.' },
  stateful: {
    what: 'eine Schicht, die vom Batch davor weitergeht, braucht Batches einer festen Größe',
    advice: 'Lege die Batchgröße des Modells fest oder lass die Schicht ohne Zustand.',
  },
  label: {
    what: 'der Loss braucht eine Klasse zum Vergleich, und diese Eingabe hat keine',
    advice: 'Wähle ein Beispiel aus dem Datensatz oder frage nach den Gradienten einer Ausgabe.',
  },
  sample: { what: 'dieser Teil der Daten hat kein solches Beispiel', advice: 'Indizes beginnen bei 0.' },
  split: { what: 'diesen Teil der Daten gibt es nicht', advice: '' },
  event: { what: 'dieses Ereignis gibt es nicht', advice: '' },
  lesson: {
    say: ({ expected, received }) =>
      `die Lektion ${received} gibt es hier nicht; die Lektionen sind ${expected}`,
    advice: '',
  },
  link: {
    what: 'der Link ist beschädigt',
    advice: 'Vielleicht wurde er beim Kopieren abgeschnitten; kopiere ihn noch einmal ganz.',
  },
  'link-weights': {
    what: 'die Gewichte im Link sind beschädigt oder gehören zu einem anderen Modell',
    advice: 'Öffne den Link ohne seinen Teil „w1“.',
  },
  'link-with-weights': {
    say: ({ received }) =>
      `mit den Gewichten hätte der Link ${received} Zeichen; höchstens 8000 sind möglich`,
    advice: 'Teile ihn ohne die Gewichte oder als Datei.',
  },
  'link-document': {
    what: 'das Dokument ist zu groß für einen Link',
    advice: 'Kürze seinen Titel oder nimm weniger Schichten.',
  },
  'link-length': {
    what: 'der Link ist zu lang',
    advice: 'Links von Kernelscope haben höchstens 8000 Zeichen.',
  },
  archive: {
    what: 'die Datei ist beschädigt oder kein .keras-Archiv',
    say: ({ received }) =>
      `die Datei ist beschädigt oder kein .keras-Archiv${received === undefined ? '' : ` (gefunden: ${inGerman(received)})`}`,
    advice: 'Speichere das Modell noch einmal mit model.save("model.keras") und kopiere die ganze Datei.',
  },
  'archive-h5': {
    what: 'das ist eine HDF5-Datei, kein .keras-Archiv',
    advice: 'Lade das Modell in Python und speichere es mit model.save("model.keras").',
  },
  'archive-version': { advice: 'Lade das Modell mit Keras 3 und speichere es noch einmal.' },
  'archive-entry': {
    what: 'das Archiv hat keinen solchen Teil',
    say: () => 'das Archiv hat keinen solchen Teil',
    advice: SAVE_AGAIN,
  },
  'archive-size': { advice: 'Modelle, die in einen Browser passen, sind kleiner.' },
  'archive-model': {
    advice: 'Gelesen werden Modelle, deren Schichten aus einer Eingabe folgen, jede einmal aufgerufen.',
  },
  'archive-argument': { advice: 'Speichere das Modell ohne es.' },
  'archive-weights': {
    what: 'die Gewichte im Archiv passen nicht zu seinen Schichten',
    advice: SAVE_AGAIN,
  },
  'archive-numbers': {
    what: 'das Archiv enthält Gewichte, die unendlich oder NaN sind',
    advice: 'Das Training dieses Modells ist divergiert; speichere es mit endlichen Gewichten.',
  },
  'archive-slow': {
    what: 'das Archiv brauchte zu lange',
    advice: 'Die Datei ist vielleicht beschädigt; speichere das Modell noch einmal.',
  },
  'archive-worker': {
    what: 'das Programm, das .keras-Archive liest und schreibt, konnte nicht geladen werden',
    advice: 'Prüfe die Verbindung und versuche es noch einmal.',
  },
  'own-data': { say: ({ expected = '' }) => expected, advice: '' },
  'own-data-missing': {
    say: ({ expected = '' }) => `die Daten dieses Dokuments, ${expected}, sind nicht in diesem Browser`,
    advice: 'Öffne die Datei noch einmal: Nichts davon reist mit einem Link.',
  },
  'no-spare': { what: 'hier gibt es keine zweite Engine, um das Training zu wiederholen', advice: '' },
  'no-data-reader': { what: 'eigene Daten können hier nicht geöffnet werden', advice: '' },
  'no-archives': { what: 'Archive können hier weder gelesen noch geschrieben werden', advice: '' },
  'stride-and-dilation': { ...KERAS, advice: 'Setze eines von beiden auf 1.' },
  groups: { ...KERAS, advice: 'Wähle eine andere Zahl von Gruppen oder Filtern.' },
  arity: { advice: 'Nenne in „inputs“, was die Schicht liest.' },
  merge: {
    ...KERAS,
    advice: 'Lass die Schicht andere lesen oder bringe sie auf Formen, die zusammenpassen.',
  },
  reshape: { ...KERAS, advice: 'Wähle Größen, deren Produkt das der Eingabe ist.' },
  permute: { ...KERAS, advice: 'Nenne jede Achse einmal, ohne den Batch.' },
  cropping: { ...KERAS, advice: 'Schneide weniger Zellen ab.' },
  'output-padding': { ...KERAS, advice: 'Lass das Ausgabe-Padding weg oder mach es kleiner.' },
  'scheduled-rate': {
    say: ({ received }) =>
      `die Lernrate des Optimierers folgt ${received}, und Keras lässt keinen Callback sie setzen`,
    advice: 'Gib dem Optimierer eine Zahl als Lernrate oder nimm den Callback heraus.',
  },
  python: { say: ({ expected = '' }) => expected.replace(/\.$/, ''), advice: '' },
  parameters: { advice: 'Nimm weniger Filter oder Units, oder setze Pooling vor eine Dense-Schicht.' },
  activations: {
    advice: 'Nimm eine kleinere Eingabe, weniger Filter oder früher Schrittweiten und Pooling.',
  },
  'multiply-adds': { advice: 'Nimm weniger oder kleinere Filter oder früher Schrittweiten und Pooling.' },
  'batch-activations': { advice: 'Nimm eine kleinere „batch_size“.' },
  'window-too-large': { advice: 'Nimm ein kleineres Fenster, Padding „same“ oder eine größere Eingabe.' },
  rank: { advice: 'Setze die Schicht dorthin, wo ihre Eingabe diese Achsen hat.' },
  states: { advice: 'Lies eine Schicht, oder eine und so viele Zustände, wie diese Schicht hält.' },
  axis: { advice: 'Achsen werden mit dem Batch gezählt, der 0 ist.' },
  'free-size': { advice: 'Gib jeder Achse eine Größe.' },
  'several-names': { what: 'eine Schicht nimmt hier eine Eingabe', advice: '' },
  'reserved-name': { advice: 'Wähle einen anderen Namen.' },
  dataset: { advice: '' },
  layers: { advice: '' },
  'json-size': { advice: 'Kürze das Dokument.' },
  'json-depth': { advice: 'Ein Dokument ist nicht tiefer, als seine Schichten es brauchen.' },
  weights: {
    what: 'die Gewichte passen nicht zu dieser Schicht',
    advice: 'Übergib die Formen, die getWeights gibt.',
  },
  running: {},
  training: {},
  unexpected: {},
  'context-lost': {
    what: 'die GPU ging verloren und war nicht zurückzuholen',
    advice: 'Versuche es noch einmal oder wähle ein anderes Backend.',
  },
  unknown: { what: 'dieses Backend gibt es nicht', advice: 'Das bisherige läuft weiter.' },
  'not-built': { what: 'noch wurde kein Modell gebaut', advice: 'Warte zuerst auf „ready“.' },
  crashed: {
    what: 'die Engine brach unerwartet ab',
    advice: 'Sie startet von selbst mit den letzten Gewichten neu; versuche es dann noch einmal.',
  },
  destroyed: { what: 'die Engine ist beendet', advice: 'Lade die Seite neu.' },
  replaced: { what: 'ein anderes Dokument kam dazwischen', advice: 'Versuche es noch einmal.' },
  'not-started': { what: 'die Engine ist noch nicht gestartet', advice: 'Warte zuerst auf „ready“.' },
  'slow-start': {
    what: 'die Engine startet langsam',
    advice: 'Sie startet weiter; die Seite folgt, wenn sie da ist.',
  },
};
