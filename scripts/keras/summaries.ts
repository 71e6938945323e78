import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { fromPython } from '../../src/formats/keras/from-python.ts';
import { toPython } from '../../src/formats/keras/to-python.ts';
import { presetContext } from '../../src/formats/presets/preset-data.ts';
import { PRESETS, type Preset } from '../../src/formats/presets/presets.ts';
import { argumentsOf } from '../../src/model/arguments/arguments.ts';
import { MOST_LAYERS } from '../../src/model/budget.ts';
import type { ModelDocument } from '../../src/model/document.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { LOSS_NAMES } from '../../src/model/losses.ts';
import { METRIC_NAMES } from '../../src/model/metrics.ts';
import { resolve } from '../../src/model/network.ts';
import { OPTIMIZER_NAMES } from '../../src/model/optimizers.ts';
import { EXAMPLES } from '../../src/scope/examples.ts';
import { anyDocument } from '../../tests/arbitraries/any-document.ts';
import type { KerasCheck } from './check.ts';
import { runPython } from './python.ts';

const RANDOM_DOCUMENTS = 100;
const MOST_METRICS = 16;

interface Summary {
  readonly layers: readonly {
    readonly name: string;
    readonly class_name: string;
    readonly shape: readonly (number | null)[];
    readonly params: number;
  }[];
  readonly params: number;
  readonly trainable: number;
}

type Answer = { readonly name: string } & (Summary | { readonly error: string });

function expected(document: ModelDocument): Summary {
  const { layers, params } = resolve(document);
  return {
    layers: layers.map(({ name, kind, declaredShape, params }) => ({
      name,
      class_name: kind,
      shape: [document.model.batch_size ?? null, ...declaredShape],
      params,
    })),
    params,
    trainable: layers.reduce((total, layer) => total + layer.trainableParams, 0),
  };
}

function faultsOf(document: ModelDocument, answer: Answer): string[] {
  if ('error' in answer) return [`${answer.name}: ${answer.error}`];
  const wanted = expected(document);
  // Keras tells layers in the order in which outputs reach back to them.
  const found = new Map(answer.layers.map((layer) => [layer.name, layer]));
  const faults = wanted.layers.flatMap((layer) => {
    const inKeras = found.get(layer.name);
    if (isDeepStrictEqual(layer, inKeras)) return [];
    return [`${answer.name}: ${JSON.stringify(layer)}, in Keras ${JSON.stringify(inKeras)}`];
  });
  for (const total of ['params', 'trainable'] as const) {
    if (wanted[total] === answer[total]) continue;
    faults.push(`${answer.name}: ${total} ${wanted[total]}, in Keras ${answer[total]}`);
  }
  if (found.size !== wanted.layers.length)
    faults.push(`${answer.name}: ${wanted.layers.length} layers, in Keras ${found.size}`);
  return faults;
}

function small(title: string, layers: readonly object[], compile?: object): ModelDocument {
  const json = { kernelscope: 1, title, model: { input_shape: [3], layers } };
  return admit(compile ? { ...json, compile } : json).document;
}

/** Every name of an activation, initializer, regularizer, constraint, optimizer, loss and metric. */
function vocabulary(): ModelDocument[] {
  const dense = argumentsOf('Dense').flatMap(({ name, takes }) =>
    // What suits a matrix may not suit a bias.
    'choices' in takes && name !== 'bias_initializer'
      ? takes.choices.map((choice) => ({ class_name: 'Dense', config: { units: 3, [name]: choice } }))
      : [],
  );
  const layers = [{ class_name: 'Dense', config: { units: 3 } }];
  const loss = 'mse';
  return [
    small('Words of layers', dense.slice(0, MOST_LAYERS)),
    small('More words of layers', [...layers, ...dense.slice(MOST_LAYERS)]),
    ...OPTIMIZER_NAMES.map((optimizer) => small(`Optimizer ${optimizer}`, layers, { optimizer, loss })),
    ...LOSS_NAMES.map((name) => small(`Loss ${name}`, layers, { loss: name })),
    small('Metrics', layers, { loss, metrics: METRIC_NAMES.slice(0, MOST_METRICS) }),
    small('More metrics', layers, { loss, metrics: METRIC_NAMES.slice(MOST_METRICS) }),
  ];
}

const PRESETS_FOLDER = new URL('../../src/formats/presets/', import.meta.url);

/** Read from its file: what the page imports as text, only its build understands. */
function presetDocument(preset: Preset, inHand: ModelDocument): ModelDocument {
  const code = readFileSync(new URL(`${preset.id}.py`, PRESETS_FOLDER), 'utf8');
  return admit(fromPython(code, presetContext(preset, inHand)).document).document;
}

function allDocuments(): ReadonlyMap<string, ModelDocument> {
  const inHand = admit(digits).document;
  return new Map([
    ...EXAMPLES.map(({ document }) => [document.title, admit(document).document] as const),
    ...PRESETS.map((preset) => [`Preset ${preset.id}`, presetDocument(preset, inHand)] as const),
    ...vocabulary().map((document) => [document.title, document] as const),
    ...Array.from({ length: RANDOM_DOCUMENTS }, (_, position) => {
      const document = anyDocument(position + 1);
      return [document.title, document] as const;
    }),
  ]);
}

/** The scripts of all examples and presets and of random documents run, and build the models that are told here. */
export const summaries: KerasCheck = {
  name: 'Scripts run in Keras, and build the same models',
  async run(python) {
    const documents = allDocuments();
    const scripts = [...documents].map(([name, document]) => ({ name, script: toPython(document) }));
    const answers = (await runPython(python, 'summaries.py', scripts)) as Answer[];
    const faults = answers.flatMap((answer) => faultsOf(documents.get(answer.name)!, answer));
    return { checked: answers.length, faults };
  },
};
