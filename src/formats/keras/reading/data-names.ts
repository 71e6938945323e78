import type { PythonContext } from './context.ts';

/** What a name means that code usually gives to something of its data. */
export type Meaning =
  | { readonly type: 'array'; readonly split: 'train' | 'test'; readonly shape: readonly number[] }
  | { readonly type: 'number'; readonly value: number }
  /** A number that no data would give: one that is usual. */
  | { readonly type: 'usual'; readonly value: number };

const INPUTS =
  /^(?:x|images|inputs|(?:x|images)(?:train|training|test|testing|val|valid|validation)|(?:train|training|test|testing|val|valid|validation)(?:x|images|inputs|features|data))$/;
const LABELS =
  /^(?:y|labels|targets|(?:y|labels)(?:train|training|test|testing|val|valid|validation)|(?:train|training|test|testing|val|valid|validation)(?:y|labels|targets))$/;

type Dataset = PythonContext['dataset'];

/** Where a data set of rows of features has no such axis, the nearest that it has. */
const NUMBERS: readonly (readonly [RegExp, (dataset: Dataset) => number | undefined])[] = [
  [
    /^(?:vocab(?:ulary)?size|vocab(?:ulary)?|maxfeatures|maxwords|numwords|nwords|topwords)$/,
    ({ words }) => words,
  ],
  [/^(?:img|image|n|input)?(?:height|rows|h)$/, ({ shape }) => shape[0]!],
  [/^(?:img|image|n|input)?(?:width|cols|columns|w)$/, ({ shape }) => shape[1] ?? shape[0]!],
  [/^(?:img|image|n|num|input)?(?:channels?|depth)$/, ({ shape }) => shape[2] ?? shape.at(-1)!],
  [/^(?:img|image)size$/, ({ shape }) => shape[0]!],
  [
    /^(?:n|num)?(?:time)?steps(?:in)?$|^(?:lookback|seqlen|seqlength|sequencelength|maxlen|maxlength|windowsize|windowlength|timesteps)$/,
    ({ shape }) => shape[0]!,
  ],
  [/^(?:n|num|nb)?features?$|^(?:k|nvars|inputdim|ninputs|numinputs)$/, ({ shape }) => shape.at(-1)!],
  [
    /^(?:n|num|nb|number)(?:of)?(?:classes|outputs?|labels|categories)$|^(?:c|classes|classcount|outputdim)$/,
    ({ classes }) => classes,
  ],
  [/^(?:n|num)(?:train|training)?(?:samples|examples)$/, ({ train }) => train],
];

const USUAL: readonly (readonly [RegExp, number])[] = [
  [/^(?:batchsize|bs)$/, 32],
  [/^(?:epochs|nepochs|numepochs|nbepochs?)$/, 10],
  [/^(?:units|nunits|nneurons|neurons|hiddenunits|hiddensize|nhidden|latentdim)$/, 32],
  [/^(?:filters|nfilters|numfilters)$/, 32],
  [/^(?:kernelsize|filtersize)$/, 3],
  [/^(?:learningrate|lr)$/, 0.001],
  [/^verbose$/, 0],
];

/** What code means by a name; undefined where it does not tell. */
export function meaningOf(name: string, dataset: Dataset): Meaning | undefined {
  const word = name.replaceAll('_', '').toLowerCase();
  const split = /test|val/.test(word) ? 'test' : 'train';
  if (INPUTS.test(word)) return { type: 'array', split, shape: [dataset[split], ...dataset.shape] };
  if (LABELS.test(word)) return { type: 'array', split, shape: [dataset[split], dataset.classes] };
  const number = NUMBERS.find(([pattern]) => pattern.test(word))?.[1](dataset);
  if (number !== undefined) return { type: 'number', value: number };
  const usual = USUAL.find(([pattern]) => pattern.test(word))?.[1];
  return usual === undefined ? undefined : { type: 'usual', value: usual };
}
