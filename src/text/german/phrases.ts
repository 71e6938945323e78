/** What the model and the readers of files say that they expect or have received; `{}` stands for figures and names, which stay. */
const PHRASES: readonly (readonly [english: string, german: string])[] = [
  // Numbers.
  ['a whole number', 'eine ganze Zahl'],
  ['a whole number of at least {}, or -1', 'eine ganze Zahl ab {} oder -1'],
  ['a whole number of at least {}, or null', 'eine ganze Zahl ab {} oder null'],
  [
    'a whole number of at least {}, or for each of {} axes a whole number of at least 0, or a list of two of them',
    'eine ganze Zahl ab {} oder für jede von {} Achsen eine ganze Zahl ab 0 oder eine Liste aus zweien',
  ],
  [
    'a whole number of at least {}, or a list of two of them',
    'eine ganze Zahl ab {} oder eine Liste aus zweien',
  ],
  [
    'a whole number of at least {}, or a list of {} of them',
    'eine ganze Zahl ab {} oder eine Liste aus {} davon',
  ],
  ['a whole number of at least {}', 'eine ganze Zahl ab {}'],
  ['a whole number from {} to {}', 'eine ganze Zahl von {} bis {}'],
  [
    'a finite number, or a list of at most {} of them',
    'eine endliche Zahl oder eine Liste aus höchstens {} davon',
  ],
  ['a finite number', 'eine endliche Zahl'],
  ['finite numbers', 'eine Menge endlicher Zahlen'],
  ['a number, or one for each of {} channels', 'eine Zahl oder eine für jeden der {} Kanäle'],
  ['a number of at least {} and at most {}', 'eine Zahl von {} bis {}'],
  ['a number of at least {} and below {}', 'eine Zahl ab {}, kleiner als {}'],
  ['a number of at least {}', 'eine Zahl ab {}'],
  ['a number above {} and at most {}', 'eine Zahl über {}, höchstens {}'],
  ['a number above {} and below {}', 'eine Zahl zwischen {} und {}'],
  ['a number above {}', 'eine Zahl über {}'],
  ['a number at most {}', 'eine Zahl von höchstens {}'],
  ['a number below {}', 'eine Zahl unter {}'],
  ['a number from {} to {}', 'eine Zahl von {} bis {}'],
  ['a number', 'eine Zahl'],
  ['{} to {}', '{} bis {}'],
  ['at most {} batch activations', 'höchstens {} Aktivierungen je Batch'],
  ['at most {} multiply-adds', 'höchstens {} MACs'],
  ['at most {} parameters', 'höchstens {} Parameter'],
  ['at most {} activations', 'höchstens {} Aktivierungen'],
  ['at most {} characters', 'höchstens {} Zeichen'],
  ['at most {} bytes of JSON', 'höchstens {} Bytes JSON'],
  ['at most {} bytes', 'höchstens {} Bytes'],
  ['at most {} levels', 'höchstens {} Ebenen'],
  ['at most {} models within each other', 'höchstens {} Modelle ineinander'],
  ['whole steps', 'eine ganze Zahl von Schritten'],
  ['{} numbers', '{} Zahlen'],
  ['{} layers', '{} Schichten'],
  ['{} calls', '{} Aufrufe'],
  ['{} of {}', '{} von {}'],
  ['more', 'mehr'],
  ['another key', 'ein anderer Schlüssel'],
  ['no key', 'kein Schlüssel'],
  ['nothing', 'nichts'],
  ['none', 'keines'],

  // Lists, texts and objects.
  ['a list of 1 to {} names of layers', 'eine Liste aus 1 bis {} Namen von Schichten'],
  ['a list of 1 to {} layers', 'eine Liste aus 1 bis {} Schichten'],
  ['a list of 1 to {} axes', 'eine Liste aus 1 bis {} Achsen'],
  [
    'a list of 1 to {} sizes, of which one may be -1',
    'eine Liste aus 1 bis {} Größen, von denen eine -1 sein darf',
  ],
  ['a list of 1 to {} documents', 'eine Liste aus 1 bis {} Dokumenten'],
  ['a list of {} to {} whole numbers of at least {}', 'eine Liste aus {} bis {} ganzen Zahlen ab {}'],
  ['a list of at most {} items', 'eine Liste aus höchstens {} Einträgen'],
  ['a list with a size or null for each axis', 'eine Liste mit einer Größe oder null für jede Achse'],
  ['a list of tensors', 'eine Liste von Tensoren'],
  ['a list of {weight, index, value}', 'eine Liste aus {weight, index, value}'],
  ['a list', 'eine Liste'],
  ['an array of numbers', 'ein Array aus Zahlen'],
  ['a text of at most {} characters', 'ein Text von höchstens {} Zeichen'],
  ['a text', 'ein Text'],
  ['text', 'Text'],
  ['a string', 'eine Zeichenkette'],
  ['true or false', 'true oder false'],
  ['one of {}', 'eines von {}'],
  ['only one of {} and {}', 'nur eines von {} und {}'],
  ['"{}" or "{}"', '"{}" oder "{}"'],
  ['a value', 'ein Wert'],
  ['a JSON value', 'ein JSON-Wert'],
  ['a plain object', 'ein einfaches Objekt'],
  ['an object by layer', 'ein Objekt mit einem Eintrag je Schicht'],
  ['an object of new names by old ones', 'ein Objekt mit neuen Namen zu alten'],
  ['an object that cannot be read', 'ein Objekt, das nicht gelesen werden kann'],
  ['an object', 'ein Objekt'],
  ['a function', 'eine Funktion'],
  ['a bigint', 'ein BigInt'],
  ['a Blob or an ArrayBuffer', 'ein Blob oder ein ArrayBuffer'],
  ['a File, or {path, file}', 'ein File oder {path, file}'],
  ['a File, or a list of them', 'ein File oder eine Liste davon'],
  ['a document object', 'ein Dokument-Objekt'],
  ['a document of at most {} values and characters', 'ein Dokument mit höchstens {} Werten und Zeichen'],
  ['a document of at most {} characters', 'ein Dokument mit höchstens {} Zeichen'],
  ['a version from 1 to {}', 'eine Version von 1 bis {}'],

  // Names and places.
  ['a name of 1 to {} characters without "/"', 'ein Name aus 1 bis {} Zeichen ohne „/“'],
  ['a name that no other layer has', 'ein Name, den keine andere Schicht hat'],
  ['the name of a layer', 'der Name einer Schicht'],
  ['the name of an earlier layer', 'der Name einer früheren Schicht'],
  ['the name of an output: {}', 'der Name einer Ausgabe: {}'],
  ['an index into {}', 'ein Index in {}'],
  ['a step from 0 to {}', 'ein Schritt von 0 bis {}'],
  ['no step: the index tells all', 'kein Schritt: Der Index sagt alles'],
  ['an axis, or a list of axes', 'eine Achse oder eine Liste von Achsen'],
  [
    'an axis from 1 to {}, or from {} to -1 (0 is the batch)',
    'eine Achse von 1 bis {} oder von {} bis -1 (0 ist der Batch)',
  ],
  ['the smallest and the largest number', 'die kleinste und die größte Zahl'],

  // Layers and what they take.
  ['a layer that is known here: {}', 'eine Schicht, die es hier gibt: {}'],
  ['a layer that is known here', 'eine Schicht, die es hier gibt'],
  ['a layer that can stand here: {}', 'eine Schicht, die hier stehen kann: {}'],
  ["a layer of Keras's", 'eine Schicht von Keras'],
  ['a layer that reads one input', 'eine Schicht, die eine Eingabe liest'],
  ['a layer that gives one output', 'eine Schicht, die eine Ausgabe gibt'],
  ['a layer that does the same', 'eine Schicht, die dasselbe tut'],
  ['a layer that is called once', 'eine Schicht, die einmal aufgerufen wird'],
  ['a layer that is called on something', 'eine Schicht, die auf etwas aufgerufen wird'],
  [
    'a forward layer and a backward layer with different `go_backwards` values',
    'eine Vorwärts- und eine Rückwärtsschicht mit verschiedenem `go_backwards`',
  ],
  ['the same {} in both directions', 'dasselbe {} in beiden Richtungen'],
  ['no regularizer of outputs that are merged', 'kein Regularisierer für zusammengeführte Ausgaben'],
  ['a regularizer', 'ein Regularisierer'],
  ['a loss', 'ein Loss'],
  ['an optimizer', 'ein Optimierer'],
  ['an initializer', 'ein Initializer'],
  ['an activation', 'eine Aktivierung'],
  ['a schedule', 'ein Lernratenplan'],
  ['a metric', 'eine Metrik'],
  ['a callback', 'ein Callback'],
  ['a constraint', 'ein Constraint'],
  ['a learning rate that is a number', 'eine Lernrate, die eine Zahl ist'],
  ['a weight with 2 axes for identity', 'für identity ein Gewicht mit 2 Achsen'],
  ['a weight with 2 or more axes for orthogonal', 'für orthogonal ein Gewicht mit 2 oder mehr Achsen'],
  ['a smaller weight for orthogonal', 'für orthogonal ein kleineres Gewicht'],
  [
    'a window that fits into the input (the output size would not be positive)',
    'ein Fenster, das in die Eingabe passt (die Ausgabegröße wäre nicht positiv)',
  ],
  [
    'an input with 2 axes or more, of which the first is the steps',
    'eine Eingabe mit 2 oder mehr Achsen, deren erste die Schritte sind',
  ],
  ['an input with 1 axis', 'eine Eingabe mit 1 Achse'],
  ['an input with {} axes, [{}]', 'eine Eingabe mit {} Achsen, [{}]'],
  ['an input with {} axes', 'eine Eingabe mit {} Achsen'],
  ['an input whose size is known: its {} depends on it', 'eine Eingabe bekannter Größe: {} hängt davon ab'],
  ['an input, or an input and 1 state of [{}]', 'eine Eingabe oder eine Eingabe und 1 Zustand von [{}]'],
  ['an input, or an input and {} states of [{}]', 'eine Eingabe oder eine Eingabe und {} Zustände von [{}]'],
  [
    'an input of [row, col, channel], [step, channel] or [step]',
    'eine Eingabe der Form [Zeile, Spalte, Kanal], [Schritt, Kanal] oder [Schritt]',
  ],
  ['an input of [row, col, channel]', 'eine Eingabe der Form [Zeile, Spalte, Kanal]'],
  ['an input of {}', 'eine Eingabe von {}'],
  ['two inputs or more', 'mindestens zwei Eingaben'],
  ['one input', 'eine einzige Eingabe'],
  ['one for the output', 'einer für die Ausgabe'],
  ['one for each of {} outputs', 'einer für jede der {} Ausgaben'],
  [
    '1 or null for the batch, then for each of the axes [{}] its size, 1 or null',
    '1 oder null für den Batch, dann für jede der Achsen [{}] ihre Größe, 1 oder null',
  ],
  [
    '`model.batch_size`: if an RNN is stateful, it needs to know its batch size',
    '`model.batch_size`: Ein zustandsbehaftetes RNN muss seine Batchgröße kennen',
  ],
  ['a model of any batch size', 'ein Modell mit beliebiger Batchgröße'],
  ['no tensors', 'kein Tensor'],
  ['{} tensors ({})', 'eine Liste aus {} Tensoren ({})'],
  ['no weights', 'kein Gewicht'],

  // Data.
  ['a bundled data set: {}', 'ein mitgelieferter Datensatz: {}'],
  [
    '{} outputs of {} units, one output for each head',
    'ein Modell mit {} Ausgaben zu {} Units, einer je Kopf',
  ],
  [
    'one unit in the last layer, for the number, and a loss for numbers such as mean_squared_error',
    'eine Unit in der letzten Schicht, für die Zahl, und ein Loss für Zahlen wie mean_squared_error',
  ],
  [
    '{} units in the last layer, and a loss for numbers such as mean_squared_error',
    'eine letzte Schicht mit {} Units und ein Loss für Zahlen wie mean_squared_error',
  ],
  ['{} units in the last layer', 'eine letzte Schicht mit {} Units'],
  ['{}, as the samples of {} are', '{}, wie die Beispiele aus {}'],
  ['a data set whose targets are numbers', 'ein Datensatz, dessen Ziele Zahlen sind'],
  ['a data set of texts', 'ein Datensatz aus Texten'],
  [
    'a probe of the data set, whose class is known, or a target',
    'eine Eingabe aus dem Datensatz, deren Klasse bekannt ist, oder ein Ziel',
  ],
  ['a probe without a class', 'eine Eingabe ohne Klasse'],
  [
    'a sequence: a picture is filled up with its border',
    'eine Sequenz: Ein Bild wird mit seinem Rand aufgefüllt',
  ],
  [
    '{tensor: {shape, data}}, {split, index} or {text}',
    '{tensor: {shape, data}}, {split, index} oder {text}',
  ],

  // Archives.
  ['an archive of Keras 3', 'ein Archiv von Keras 3'],
  ['a Sequential or Functional model', 'ein Sequential- oder Functional-Modell'],
  ['a model with one input', 'ein Modell mit einer Eingabe'],
  ['a model with an Input, or one that was built', 'ein Modell mit einem Input oder ein gebautes'],
  ['a call on outputs of layers', 'ein Aufruf auf Ausgaben von Schichten'],
  ['no such argument of a call', 'kein solches Argument eines Aufrufs'],
  ['no such argument', 'kein solches Argument'],
  ['another input', 'eine weitere Eingabe'],
  ['an output of a layer', 'die Ausgabe einer Schicht'],
  ['the operation {}', 'die Operation {}'],
  ['the class {}', 'die Klasse {}'],
  ['numbers of type float32', 'ein Array aus Zahlen vom Typ float32'],
  ['an encrypted file', 'eine verschlüsselte Datei'],
  ['a file named {}', 'eine Datei namens {}'],
];

/** Braces with words in them are code, and stay. */
const HOLE = '{}';

const patterns = PHRASES.map(([english, german]) => {
  const literal = english
    .replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
    // A phrase does not begin with any words.
    .replace(/^\\\{\\\}/, '([-\\d., [\\]]+)')
    .replaceAll('\\{\\}', '(.+?)');
  return { pattern: new RegExp(`^${literal}$`), german };
});

/** A count with German separators; anything else as it is. */
function counted(text: string): string {
  return /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '.') : text;
}

/** The phrase in German; as it is where it is no phrase, such as a value. */
export function inGerman(phrase: string): string {
  for (const { pattern, german } of patterns) {
    const found = pattern.exec(phrase);
    if (!found) continue;
    const parts = german.split(HOLE);
    return parts.map((part, at) => (at === 0 ? part : `${counted(found[at] ?? '')}${part}`)).join('');
  }
  const either = /^\((.+ \| .+)\)$/.exec(phrase)?.[1]?.split(' | ');
  return either ? either.map(inGerman).join(' oder ') : counted(phrase);
}
