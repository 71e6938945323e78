import type { Json } from '../../base/json.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { datasetMisfit } from '../../model/datasets/fit.ts';
import { headTarget } from '../../model/datasets/head-target.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import { headsOf } from '../../model/heads.ts';
import { type Network, resolve } from '../../model/network.ts';
import { minimise } from '../../model/normalise.ts';
import { call, linesOf, prefixed } from './code.ts';
import { dataLines, type Labels, needsNumpy } from './data.ts';
import { givenArguments, literal } from './literal.ts';
import { modelLines, type PythonLine, type ShortLayer } from './model-lines.ts';
import { titleComment } from './title-comment.ts';

/** The parts of a script, in order: each is a cell of a notebook. */
export interface PythonPart {
  readonly part: 'setup' | 'data' | 'model' | 'summary' | 'compile' | 'training';
  readonly lines: readonly PythonLine[];
}

/** The short form, which has no argument that equals its default. */
interface ShortDocument {
  readonly model: { readonly layers: readonly ShortLayer[] };
  readonly compile?: { readonly [argument: string]: Json };
  readonly fit?: { readonly [argument: string]: Json };
}

/** What `compile` takes, in Keras's order. */
const COMPILE_ARGUMENTS = ['optimizer', 'loss', 'loss_weights', 'metrics'];

function compileLines(compile: NonNullable<ShortDocument['compile']>): string[] {
  const given = COMPILE_ARGUMENTS.flatMap((name) => {
    const value = compile[name];
    return value === undefined ? [] : [prefixed(`${name}=`, literal(value, name, 'lists'))];
  });
  return linesOf(call('model.compile', given));
}

/** A model of a fixed batch is evaluated in batches of that size, too. */
function fitLines(fit: NonNullable<ShortDocument['fit']>, batch: number | undefined): string[] {
  const given = givenArguments(fit, 'lists');
  const size = batch === undefined ? '' : `, batch_size=${batch}`;
  return [
    ...linesOf(call('model.fit', ['x_train', 'y_train', ...given])),
    `model.evaluate(x_test, y_test${size})`,
  ];
}

/** What each output is trained on, of a data set that fits. */
function labelsFor(
  { compile }: ModelDocument,
  { outputs, byName }: Network,
  { target }: DatasetDefinition,
): Labels[] {
  if (!compile) return [];
  return headsOf(compile, outputs).flatMap(({ output, loss }, at) => {
    const { outputShape } = byName.get(output)!;
    const head = headTarget(target, loss, outputShape, { at, outputs: outputs.length });
    return head ? [{ head, sparse: loss.class_name === 'SparseCategoricalCrossentropy' }] : [];
  });
}

function said(texts: readonly string[]): PythonLine[] {
  return texts.map((text) => ({ text }));
}

/**
 * A Keras 3 script that builds, trains and evaluates the document's model, in parts, none of them empty: only
 * arguments that differ from Keras's default, every name, and what shape each layer gives. Where the data set does
 * not fit, or there is nothing to train against, the script ends with the model. Its random numbers are Keras's own,
 * so its weights are other ones than the page's.
 */
export function pythonParts(document: ModelDocument): readonly PythonPart[] {
  const short = minimise(document) as ShortDocument;
  const network = resolve(document);
  const dataset = datasetOf(document.dataset);
  const trains = short.compile !== undefined && datasetMisfit(document, network) === undefined;
  const fit = fitLines(short.fit ?? {}, document.model.batch_size ?? undefined);
  const untrained = short.compile
    ? [
        `# The data set ${JSON.stringify(dataset.name)} does not fit this model.`,
        ...fit.map((line) => `# ${line}`),
      ]
    : [];

  const parts: readonly PythonPart[] = [
    {
      part: 'setup',
      lines: said([
        ...(document.title.trim() === '' ? [] : [titleComment(document.title)]),
        'import keras',
        ...(trains && needsNumpy(dataset) ? ['import numpy'] : []),
        'from keras import layers',
        '',
        `keras.utils.set_random_seed(${document.seed})`,
      ]),
    },
    {
      part: 'data',
      lines: trains ? said(dataLines(dataset, document.dataset, labelsFor(document, network, dataset))) : [],
    },
    { part: 'model', lines: modelLines(document, short.model.layers, network) },
    { part: 'summary', lines: said(['model.summary()']) },
    { part: 'compile', lines: said(short.compile ? compileLines(short.compile) : []) },
    { part: 'training', lines: said(trains ? fit : untrained) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** The script line by line; see `pythonParts`. */
export function pythonLines(document: ModelDocument): readonly PythonLine[] {
  return pythonParts(document).flatMap(({ lines }, at) => (at === 0 ? lines : [{ text: '' }, ...lines]));
}

/** The script as one text. */
export function toPython(document: ModelDocument): string {
  return `${pythonLines(document)
    .map(({ text }) => text)
    .join('\n')}\n`;
}
