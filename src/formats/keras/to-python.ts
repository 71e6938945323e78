import type { Json } from '../../base/json.ts';
import { datasetMisfit } from '../../model/datasets/fit.ts';
import { findDataset } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import type { LayerKind } from '../../model/layers/kinds.ts';
import { INPUT_NAME, type Network, resolve } from '../../model/network.ts';
import { minimise } from '../../model/normalise.ts';
import { SCHEDULE_NAMES } from '../../model/schedules.ts';
import { call, linesOf, prefixed } from './code.ts';
import { dataLines, type Labels, needsNumpy } from './data.ts';
import { layerCall } from './layer-call.ts';
import { givenArguments, literal, tuple } from './literal.ts';

/** A line of the script, and the layer that it is about. */
export interface PythonLine {
  readonly text: string;
  readonly layer?: string;
}

/** The short form, which has no argument that equals its default. */
interface ShortDocument {
  readonly model: {
    readonly layers: readonly {
      readonly class_name: LayerKind;
      readonly config: { readonly name: string; readonly [argument: string]: Json };
    }[];
  };
  readonly compile?: { readonly optimizer?: Json; readonly loss: Json; readonly metrics?: Json };
  readonly fit?: { readonly [argument: string]: Json };
}

function sequential(layers: ShortDocument['model']['layers'], input: string): PythonLine[] {
  const inside = layers.flatMap(({ class_name, config }) =>
    linesOf(layerCall(class_name, config), '    ', ',').map((text) => ({ text, layer: config.name })),
  );
  return [{ text: 'model = keras.Sequential([' }, { text: `    ${input},` }, ...inside, { text: '])' }];
}

/** Keras's functional form: a layer that does not read the one before it cannot stand in a Sequential. */
function functional(layers: ShortDocument['model']['layers'], network: Network, input: string): PythonLine[] {
  const variables = new Map([[INPUT_NAME, 'inputs']]);
  const taken = new Set<string>();
  const lines: PythonLine[] = [{ text: `inputs = ${input}` }];
  for (const { class_name, config } of layers) {
    const word = `${config.name.replace(/\W/g, '_').replace(/^(?=\d)/, '_')}_out`;
    const variable = taken.has(word) ? `${word}_${taken.size}` : word;
    taken.add(variable);
    variables.set(config.name, variable);
    const reads = network.byName.get(config.name)!.inputs.map((name) => variables.get(name));
    const made = prefixed(`${variable} = `, layerCall(class_name, config, `)(${reads.join(', ')})`));
    for (const text of linesOf(made)) lines.push({ text, layer: config.name });
  }
  return [...lines, { text: `model = keras.Model(inputs, ${variables.get(network.output)})` }];
}

function modelLines(document: ModelDocument, short: ShortDocument, network: Network): PythonLine[] {
  const { input_shape, layers, outputs } = document.model;
  const input = `keras.Input(shape=${tuple(input_shape)})`;
  const isChain = outputs === undefined && layers.every(({ inputs }) => inputs === undefined);
  return isChain ? sequential(short.model.layers, input) : functional(short.model.layers, network, input);
}

function isSchedule(className: string): boolean {
  return (SCHEDULE_NAMES as readonly string[]).includes(className);
}

/** What `compile` takes, in Keras's order, and where Keras keeps the classes. */
const COMPILE_ARGUMENTS = {
  optimizer: (name: string) => `keras.optimizers${isSchedule(name) ? '.schedules' : ''}`,
  loss: () => 'keras.losses',
  metrics: () => 'keras.metrics',
} as const satisfies Record<keyof NonNullable<ShortDocument['compile']>, (name: string) => string>;

function compileLines(compile: NonNullable<ShortDocument['compile']>): string[] {
  const given = Object.entries(COMPILE_ARGUMENTS).flatMap(([name, modules]) => {
    const value = compile[name as keyof typeof COMPILE_ARGUMENTS];
    return value === undefined ? [] : [prefixed(`${name}=`, literal(value, modules))];
  });
  return linesOf(call('model.compile', given));
}

function fitLines(fit: NonNullable<ShortDocument['fit']>): string[] {
  const given = givenArguments(fit, () => 'keras.callbacks');
  return [...linesOf(call('model.fit', ['x_train', 'y_train', ...given])), 'model.evaluate(x_test, y_test)'];
}

/** The targets that the loss is given: the class number, or one number a class. */
function labelsFor({ compile }: ModelDocument, units: number): Labels {
  const loss = compile?.loss.class_name;
  const numbers = loss === 'SparseCategoricalCrossentropy' || (loss === 'MeanSquaredError' && units === 1);
  return numbers ? 'numbers' : { oneHot: units };
}

/** The title as a comment: on one line, whatever it holds. */
function comment(text: string): string {
  return `# ${text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()}`.trim();
}

/**
 * A Keras 3 script that builds, trains and evaluates the document's model, line by line: only arguments that differ
 * from Keras's default, and every name. Where the data set does not fit, or there is nothing to train against, the
 * script ends with the model. Its random numbers are Keras's own, so its weights are other ones than the page's.
 */
export function pythonLines(document: ModelDocument): readonly PythonLine[] {
  const short = minimise(document) as ShortDocument;
  const network = resolve(document);
  const dataset = findDataset(document.dataset.name)!;
  const trains = short.compile !== undefined && datasetMisfit(document, network) === undefined;
  const units = network.byName.get(network.output)!.outputShape.at(-1)!;
  const fit = fitLines(short.fit ?? {});

  const blocks: (readonly PythonLine[])[] = [
    said([
      ...(document.title.trim() === '' ? [] : [comment(document.title)]),
      'import keras',
      ...(trains && needsNumpy(dataset) ? ['import numpy'] : []),
      'from keras import layers',
    ]),
    said([`keras.utils.set_random_seed(${document.seed})`]),
    trains ? said(dataLines(dataset, document.dataset, labelsFor(document, units))) : [],
    modelLines(document, short, network),
    said(['model.summary()']),
    said(short.compile ? compileLines(short.compile) : []),
    trains ? said(fit) : [],
    short.compile && !trains
      ? said([
          `# The data set ${JSON.stringify(dataset.name)} does not fit this model.`,
          ...fit.map((line) => `# ${line}`),
        ])
      : [],
  ];
  const filled = blocks.filter((block) => block.length > 0);
  return filled.flatMap((block, at) => (at === 0 ? block : [{ text: '' }, ...block]));
}

function said(texts: readonly string[]): PythonLine[] {
  return texts.map((text) => ({ text }));
}

/** The script as one text; see `pythonLines`. */
export function toPython(document: ModelDocument): string {
  return `${pythonLines(document)
    .map(({ text }) => text)
    .join('\n')}\n`;
}
