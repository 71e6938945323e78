type Data = Readonly<Record<string, string | number>>;
type Say = (data: Data) => string;

/** Python's own words for its types. */
const a = (type: string | number | undefined) => `${/^[aeiou]/.test(String(type)) ? 'an' : 'a'} ${type}`;
const article = (type: string | number | undefined) => {
  const word = String(type);
  return /^(?:a|an|the) /.test(word) ? word : a(word);
};

/** What was taken from elsewhere, read in another way, or left out. */
export const pythonNotes = {
  'from-data': ({ what, value, dataset }) => `\`${what}\` is ${value} from the ${dataset} data.`,
  'input-from-data': ({ shape, dataset }) =>
    `Nothing says what the model's input is: it is ${shape}, as the ${dataset} data are.`,
  data: ({ dataset }) => `The ${dataset} data take the place of the code's own.`,
  'no-dataset': ({ name, dataset }) => `${name} is not here: the ${dataset} data take its place.`,
  usual: ({ what, value }) => `Nothing says what \`${what}\` is: ${value} is taken.`,
  'left-out': ({ what }) => `\`${what}\` is left out.`,
  'loop-over-data': ({ what }) => `The loop over \`${what}\` is left out: it goes through data.`,
  undecided: ({ what }) => `Only running the model would tell whether \`${what}\`: taken as no.`,
  renamed: ({ old, name }) => `\`${old}\` is \`${name}\` in Keras 3.`,
  'no-decay': () => '`decay` is left out: Keras 3 has learning-rate schedules in its place.',
  'seed-left-out': () => "The layer's own seed is left out: everything random follows from the document's.",
  'dtype-left-out': () => 'The number format is left out: the page computes in float32.',
  'attribute-left-out': ({ name }) => `What is set as \`${name}\` is left out.`,
  'fit-left-out': ({ argument }) => `fit's \`${argument}\` is left out.`,
  'validation-data': () => 'The data to validate on are left out: use `validation_split`.',
  'callback-left-out': ({ name }) => `${name} is left out: it changes nothing of the training.`,
  'many-fits': ({ fits, epochs }) => `fit is called ${fits} times: ${epochs} epochs in all.`,
} satisfies Record<string, Say>;

/** What cannot be taken, and why. */
export const pythonProblems = {
  syntax: () => 'This is no Python.',
  'syntax-unknown': ({ what }) => `\`${what}\` is Python that is not read here.`,
  'print-statement': () => 'This is Python 2: `print` is a function and needs brackets.',
  'open-bracket': ({ bracket, closing }) => `This \`${bracket}\` is never closed with \`${closing}\`.`,
  deep: () => 'This goes too deep: fewer brackets within one another.',
  'long-code': ({ most }) => `The code is too long: at most ${most} characters.`,
  'too-long': () => 'The code takes too many steps, here at last. A model is built in far fewer.',
  'too-large': () => 'This makes a list or a text that is too large.',
  'large-number': () => 'This number is too large.',
  recursion: () => 'Functions call one another too deep here.',

  'no-model': () => 'The code makes no model: a Sequential, or a Model between tensors.',
  'empty-model': () => 'The model has no layers.',
  'unknown-layer': ({ layer }) => `${layer} is no layer that is known here.`,
  'argument-not-here': ({ layer, argument }) => `${layer} has no argument \`${argument}\` here.`,
  'no-layer': ({ type }) => `A layer is expected; this is ${article(type)}.`,
  tensor: ({ type }) => `A tensor of the model is expected; this is ${article(type)}.`,
  'tensor-arithmetic': ({ operator }) =>
    `\`${operator}\` on a tensor is not taken: use a layer for it, such as Add or Multiply.`,
  'several-inputs': () => 'The page takes models with one input.',
  'nested-outputs': () => 'A model within a model has to have one output.',
  'add-to-functional': () => 'Layers can be added to a Sequential only.',
  shared: ({ layer }) =>
    `This ${layer} has weights and is called a second time. Sharing weights is not taken: make a second layer.`,
  'unknown-value': ({ what }) =>
    `Only running the code would tell what \`${what}\` is. Write a number or a text in its place.`,
  'whole-argument': ({ argument }) =>
    `\`${argument}\` takes a whole number; this has a decimal point. Use // or int().`,
  size: ({ type }) => `A size is a whole number or None; this is ${article(type)}.`,
  'not-finite': () => 'A finite number is expected.',
  'own-function': ({ name }) =>
    `\`${name}\` is a function of the code's own: the page cannot run it in training.`,
  'own-class': ({ name }) => `\`${name}\` is a class of the code's own: the page knows Keras's only.`,
  'called-activation': ({ name }) => `Use a layer for it: Activation("${name}").`,
  'data-axis': ({ axes, shape }) => `The data have ${axes} axes, ${shape}: there is no such one.`,
  gate: ({ text }) => String(text),

  assertion: () => 'This assertion does not hold.',
  raised: ({ text }) => `The code stops here: ${text}.`,
  assignment: () => 'Nothing can be assigned to this.',
  unpack: ({ count, received }) =>
    received === undefined
      ? `${count} values are expected.`
      : `There are ${received} values for ${count} names.`,
  index: ({ index, length }) => `There is no item ${index}: there are ${length}.`,
  key: ({ key }) => `There is nothing under ${key}.`,
  'slice-step': () => 'A step of 0 leads nowhere.',
  'not-in-list': ({ item }) => `${item} is not in the list.`,
  'no-items': ({ type }) => `There are no items in ${article(type)}.`,
  'no-item-assignment': ({ type }) => `Items of ${article(type)} cannot be set.`,
  'not-iterable': ({ type }) => `One cannot go through ${article(type)}.`,
  'not-callable': ({ type }) =>
    `${article(type)} cannot be called.`.replace(/^./, (first) => first.toUpperCase()),
  'no-attribute': ({ type, name }) => `There is no \`${name}\` of ${article(type)} here.`,
  operands: ({ operator, left, right }) =>
    `\`${operator}\` does not go between ${article(left)} and ${article(right)}.`,
  operand: ({ operator, type }) => `\`${operator}\` does not go before ${article(type)}.`,
  'no-order': ({ left, right }) => `Neither of ${article(left)} and ${article(right)} is the smaller one.`,
  unhashable: ({ type }) => `Nothing can be kept under ${article(type)}.`,
  division: () => 'This divides by zero.',
  empty: () => 'There is nothing to choose from.',
  number: ({ type }) => `A number is expected; this is ${article(type)}.`,
  'whole-number': ({ type }) => `A whole number is expected; this is ${article(type)}.`,
  text: ({ type }) => `A text is expected; this is ${article(type)}.`,
  'no-number': ({ text }) => `"${text}" is no number.`,
  format: ({ spec }) => `"${spec}" is no way to write this.`,
  'format-values': ({ spec }) => `There is no value for "${spec}", or one too many.`,
  'missing-argument': ({ name, argument }) =>
    typeof argument === 'number'
      ? `\`${name}\` needs ${argument === 1 ? 'an argument' : `${argument} arguments`}.`
      : `\`${name}\` needs its argument \`${argument}\`.`,
  'too-many-arguments': ({ name, most }) => `\`${name}\` takes at most ${most} arguments without a name.`,
  'unknown-argument': ({ name, argument }) => `\`${name}\` has no argument \`${argument}\`.`,
  'argument-twice': ({ argument }) => `\`${argument}\` is given twice.`,
} satisfies Record<string, Say>;

/** The sentence about a place in the code, by its code. */
export function pythonSentence({ code, data }: { readonly code: string; readonly data: Data }): string {
  const say = sayOf(pythonNotes, code) ?? sayOf(pythonProblems, code) ?? pythonProblems.syntax;
  return say(data).replace(/\.\.$/, '.');
}

function sayOf(texts: Readonly<Record<string, Say>>, code: string): Say | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}

/** Codes that have a sentence; for the tests. */
export const PYTHON_CODES: ReadonlySet<string> = new Set([pythonNotes, pythonProblems].flatMap(Object.keys));

/** Data sets as courses call them, by their names here. */
export const pythonDatasets: Readonly<Record<string, string>> = {
  mnist: 'MNIST',
  'fashion-mnist': 'Fashion-MNIST',
  emoji: 'emoji',
};

export function datasetTitle(name: string): string {
  return Object.hasOwn(pythonDatasets, name) ? pythonDatasets[name]! : name;
}
