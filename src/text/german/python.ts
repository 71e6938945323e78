import type {
  pythonDatasets as englishDatasets,
  pythonNotes as englishNotes,
  pythonProblems as englishProblems,
} from '../python.ts';

export const pythonNotes: typeof englishNotes = {
  'from-data': ({ what, value, dataset }) => `\`${what}\` ist ${value}, aus den ${dataset}-Daten.`,
  'input-from-data': ({ shape, dataset }) =>
    `Nirgends steht, was die Eingabe des Modells ist: Sie ist ${shape}, wie die ${dataset}-Daten.`,
  data: ({ dataset }) => `Statt der Daten des Codes werden die ${dataset}-Daten genommen.`,
  'no-dataset': ({ name, dataset }) =>
    `${name} gibt es hier nicht: Statt dessen werden die ${dataset}-Daten genommen.`,
  usual: ({ what, value }) => `Nirgends steht, was \`${what}\` ist: Genommen wird ${value}.`,
  'left-out': ({ what }) => `\`${what}\` ist weggelassen.`,
  'loop-over-data': ({ what }) => `Die Schleife über \`${what}\` ist weggelassen: Sie geht durch Daten.`,
  undecided: ({ what }) => `Ob \`${what}\`, würde erst ein Lauf des Modells zeigen: Genommen wird nein.`,
  renamed: ({ old, name }) => `\`${old}\` heißt in Keras 3 \`${name}\`.`,
  'no-decay': () => '`decay` ist weggelassen: Keras 3 hat dafür Lernratenpläne.',
  'seed-left-out': () =>
    'Der eigene Seed der Schicht ist weggelassen: Alles Zufällige folgt aus dem des Dokuments.',
  'dtype-left-out': () => 'Das Zahlenformat ist weggelassen: Die Seite rechnet in float32.',
  'attribute-left-out': ({ name }) => `Was als \`${name}\` gesetzt wird, ist weggelassen.`,
  'fit-left-out': ({ argument }) => `\`${argument}\` von fit ist weggelassen.`,
  'validation-data': () => 'Die Validierungsdaten sind weggelassen: Verwende `validation_split`.',
  'callback-left-out': ({ name }) => `${name} ist weggelassen: Am Training ändert er nichts.`,
  'many-fits': ({ fits, epochs }) => `fit wird ${fits}-mal aufgerufen: zusammen ${epochs} Epochen.`,
};

export const pythonProblems: typeof englishProblems = {
  syntax: () => 'Das ist kein Python.',
  'syntax-unknown': ({ what }) => `\`${what}\` ist Python, das hier nicht gelesen wird.`,
  'print-statement': () => 'Das ist Python 2: `print` ist eine Funktion und braucht Klammern.',
  'open-bracket': ({ bracket, closing }) => `Dieses \`${bracket}\` wird nie mit \`${closing}\` geschlossen.`,
  deep: () => 'Das geht zu tief: weniger Klammern ineinander.',
  'long-code': ({ most }) => `Der Code ist zu lang: höchstens ${most} Zeichen.`,
  'too-long': () =>
    'Der Code braucht zu viele Schritte, spätestens hier. Ein Modell ist mit weit weniger gebaut.',
  'too-large': () => 'Das ergibt eine zu große Liste oder einen zu langen Text.',
  'large-number': () => 'Diese Zahl ist zu groß.',
  recursion: () => 'Funktionen rufen einander hier zu tief auf.',

  'no-model': () => 'Der Code baut kein Modell: ein Sequential oder ein Model zwischen Tensoren.',
  'empty-model': () => 'Das Modell hat keine Schichten.',
  'unknown-layer': ({ layer }) => `${layer} ist keine Schicht, die es hier gibt.`,
  'argument-not-here': ({ layer, argument }) => `${layer} hat hier kein Argument \`${argument}\`.`,
  'no-layer': ({ type }) => `Erwartet wird eine Schicht, nicht: ${named(type)}.`,
  tensor: ({ type }) => `Erwartet wird ein Tensor des Modells, nicht: ${named(type)}.`,
  'tensor-arithmetic': ({ operator }) =>
    `\`${operator}\` auf einem Tensor geht hier nicht: Nimm dafür eine Schicht wie Add oder Multiply.`,
  'several-inputs': () => 'Die Seite nimmt Modelle mit einer Eingabe.',
  'nested-outputs': () => 'Ein Modell in einem Modell muss eine Ausgabe haben.',
  'add-to-functional': () => 'Schichten lassen sich nur zu einem Sequential hinzufügen.',
  shared: ({ layer }) =>
    `${layer} hat hier Gewichte und wird ein zweites Mal aufgerufen. Gewichte zu teilen geht hier nicht: Leg eine zweite Schicht an.`,
  'unknown-value': ({ what }) =>
    `Was \`${what}\` ist, würde erst ein Lauf des Codes zeigen. Schreib dafür eine Zahl oder einen Text.`,
  'whole-argument': ({ argument }) =>
    `\`${argument}\` nimmt eine ganze Zahl; diese hat einen Dezimalpunkt. Nimm // oder int().`,
  size: ({ type }) => `Eine Größe ist eine ganze Zahl oder None, nicht: ${named(type)}.`,
  'not-finite': () => 'Erwartet wird eine endliche Zahl.',
  'own-function': ({ name }) =>
    `\`${name}\` ist eine eigene Funktion des Codes: Die Seite kann sie im Training nicht ausführen.`,
  'own-class': ({ name }) =>
    `\`${name}\` ist eine eigene Klasse des Codes: Die Seite kennt nur die von Keras.`,
  'called-activation': ({ name }) => `Nimm dafür eine Schicht: Activation("${name}").`,
  'data-axis': ({ axes, shape }) => `Die Daten haben ${axes} Achsen, ${shape}: Diese gibt es nicht.`,
  gate: ({ text }) => String(text),

  assertion: () => 'Diese Zusicherung (assert) gilt nicht.',
  raised: ({ text }) => `Der Code bricht hier ab: ${text}.`,
  assignment: () => 'Dem kann nichts zugewiesen werden.',
  unpack: ({ count, received }) =>
    received === undefined
      ? `Erwartet werden ${count} Werte.`
      : `Es gibt ${received} Werte für ${count} Namen.`,
  index: ({ index, length }) => `Ein Element ${index} gibt es nicht: Es sind ${length}.`,
  key: ({ key }) => `Unter ${key} gibt es nichts.`,
  'slice-step': () => 'Ein Schritt von 0 führt nirgends hin.',
  'not-in-list': ({ item }) => `${item} ist nicht in der Liste.`,
  'no-items': ({ type }) => `Das hat keine Elemente: ${named(type)}.`,
  'no-item-assignment': ({ type }) => `Elemente davon lassen sich nicht setzen: ${named(type)}.`,
  'not-iterable': ({ type }) => `Das lässt sich nicht durchlaufen: ${named(type)}.`,
  'not-callable': ({ type }) => `Das lässt sich nicht aufrufen: ${named(type)}.`,
  'no-attribute': ({ type, name }) => `\`${name}\` gibt es hier nicht: ${named(type)}.`,
  operands: ({ operator, left, right }) =>
    `\`${operator}\` geht nicht zwischen diesen: ${named(left)} und ${named(right)}.`,
  operand: ({ operator, type }) => `\`${operator}\` geht davor nicht: ${named(type)}.`,
  'no-order': ({ left, right }) => `Keines davon ist das kleinere: ${named(left)} und ${named(right)}.`,
  unhashable: ({ type }) => `Darunter kann nichts abgelegt werden: ${named(type)}.`,
  division: () => 'Hier wird durch null geteilt.',
  empty: () => 'Hier gibt es nichts auszuwählen.',
  number: ({ type }) => `Erwartet wird eine Zahl, nicht: ${named(type)}.`,
  'whole-number': ({ type }) => `Erwartet wird eine ganze Zahl, nicht: ${named(type)}.`,
  text: ({ type }) => `Erwartet wird ein Text, nicht: ${named(type)}.`,
  'no-number': ({ text }) => `"${text}" ist keine Zahl.`,
  format: ({ spec }) => `Mit "${spec}" lässt sich das nicht schreiben.`,
  'format-values': ({ spec }) => `Für "${spec}" gibt es keinen Wert, oder einen zu viel.`,
  'missing-argument': ({ name, argument }) =>
    typeof argument === 'number'
      ? `\`${name}\` braucht ${argument === 1 ? 'ein Argument' : `${argument} Argumente`}.`
      : `\`${name}\` braucht sein Argument \`${argument}\`.`,
  'too-many-arguments': ({ name, most }) => `\`${name}\` nimmt höchstens ${most} Argumente ohne Namen.`,
  'unknown-argument': ({ name, argument }) => `\`${name}\` hat kein Argument \`${argument}\`.`,
  'argument-twice': ({ argument }) => `\`${argument}\` ist zweimal angegeben.`,
};

export const pythonDatasets: typeof englishDatasets = {
  mnist: 'MNIST',
  'fashion-mnist': 'Fashion-MNIST',
  emoji: 'Emoji',
};

/** What a value is: types by Python's names, else in words of the reader. */
const WORDS: Readonly<Record<string, string>> = {
  'a tensor of the model': 'Tensor des Modells',
  'a model': 'Modell',
};

function named(type: string | number | undefined): string {
  const word = String(type);
  return WORDS[word] ?? word.replace(/^(?:an?|the) /, '');
}
