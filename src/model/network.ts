import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { type Shape, sizeOf } from '../base/tensor.ts';
import type { LayerDocument, ModelDocument } from './document.ts';
import { checkInitializer } from './initializers.ts';
import type { BaseConfig, LayerDefinition, WeightSpec } from './layers/definition.ts';
import type { LayerKind } from './layers/kinds.ts';
import { layerDefinitions } from './layers/registry.ts';
import { type Field, fieldSize, inputField, throughWindow, wholeField } from './receptive-field.ts';

/** One layer with everything that follows from the document, computed once past the gate. */
export interface NetworkLayer {
  readonly name: string;
  readonly kind: LayerKind;
  /** Complete config (defaults filled in). */
  readonly config: BaseConfig;
  readonly definition: LayerDefinition;
  /** Names of what it reads; the model's own input is `input`. */
  readonly inputs: readonly string[];
  readonly inputShapes: readonly Shape[];
  readonly outputShape: Shape;
  readonly weights: readonly WeightSpec[];
  readonly params: number;
  readonly trainableParams: number;
  readonly macs: number;
  /** Cells of the model's input that one output cell sees, per spatial axis of that input. */
  readonly receptiveField: readonly number[];
}

/** A document's model, resolved: layers in order, each after what it reads. */
export interface Network {
  readonly inputShape: Shape;
  readonly layers: readonly NetworkLayer[];
  readonly byName: ReadonlyMap<string, NetworkLayer>;
  /** Name of the layer whose output is the prediction. */
  readonly output: string;
  readonly params: number;
  readonly macs: number;
}

/** The name by which layers call the model's own input. */
export const INPUT_NAME = 'input';

/** What a layer's readers need of it: its shape, and what its cells see of the model's input by axis. */
interface Source {
  readonly shape: Shape;
  readonly fields: readonly Field[];
}

function countOf(specs: readonly WeightSpec[]): number {
  return specs.reduce((total, spec) => total + sizeOf(spec.shape), 0);
}

function fieldsOf(layer: NetworkLayer, fields: readonly Field[]): readonly Field[] {
  const { definition, config, inputShapes } = layer;
  const windows = definition.windows?.(config, inputShapes);
  if (windows) return fields.map((field, axis) => throughWindow(field, windows[axis]!));
  return definition.seesAll?.(config, inputShapes) ? fields.map(wholeField) : fields;
}

/** Runs a check whose errors name their place within the layer, and puts the layer's own place before it. */
function within(position: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof KernelscopeError)) throw error;
    const layer = `model.layers[${position}]`;
    const { code, expected, received, reason } = error;
    const path = error.path ? `${layer}.${error.path}` : layer;
    throw new KernelscopeError({ code, path, expected, received, reason });
  }
}

function check(layer: LayerDocument, inputShapes: readonly Shape[]): void {
  const definition = layerDefinitions[layer.class_name];
  definition.validate(layer.config, inputShapes);
  for (const spec of definition.weights(layer.config, inputShapes)) {
    checkInitializer(spec.initializer, spec.shape, `config.${spec.name}_initializer`);
  }
}

function notFound(path: string, name: string): KernelscopeError {
  return new KernelscopeError({
    code: 'not-found',
    path,
    expected: 'the name of an earlier layer',
    received: printable(name),
  });
}

function resolveLayer(document: LayerDocument, inputs: readonly string[], inputShapes: readonly Shape[]) {
  const { config, class_name: kind } = document;
  const definition = layerDefinitions[kind];
  const weights = definition.weights(config, inputShapes);
  const layer: NetworkLayer = {
    name: config.name,
    kind,
    config,
    definition,
    inputs,
    inputShapes,
    outputShape: definition.outputShape(config, inputShapes),
    weights,
    params: countOf(weights),
    trainableParams: countOf(weights.filter((spec) => spec.trainable)),
    macs: definition.macs(config, inputShapes),
    receptiveField: [],
  };
  return layer;
}

/**
 * Everything that follows from the document's model: shapes, weights, parameters, multiply-adds, receptive
 * fields. Plain arithmetic, nothing of the model's size is allocated. Throws `KernelscopeError` with the path
 * where a layer cannot take its input.
 */
export function resolve(document: ModelDocument): Network {
  const { input_shape: inputShape, layers: documents, outputs } = document.model;
  const spatial = inputShape.slice(0, -1);
  const sources = new Map<string, Source>([
    [INPUT_NAME, { shape: inputShape, fields: spatial.map(inputField) }],
  ]);
  const byName = new Map<string, NetworkLayer>();
  let previous = INPUT_NAME;

  for (const [position, layerDocument] of documents.entries()) {
    const inputs = layerDocument.inputs ?? [previous];
    const read = inputs.map((name, place) => {
      const source = sources.get(name);
      if (!source) throw notFound(`model.layers[${position}].inputs[${place}]`, name);
      return source;
    });
    const inputShapes = read.map((source) => source.shape);
    within(position, () => check(layerDocument, inputShapes));
    const layer = resolveLayer(layerDocument, inputs, inputShapes);
    const fields = fieldsOf(layer, read[0]!.fields);
    const receptiveField = fields.map(fieldSize);
    byName.set(layer.name, { ...layer, receptiveField });
    sources.set(layer.name, { shape: layer.outputShape, fields });
    previous = layer.name;
  }

  const output = outputs?.[0] ?? previous;
  if (!byName.has(output)) throw notFound('model.outputs[0]', output);
  const layers = [...byName.values()];
  return {
    inputShape,
    layers,
    byName,
    output,
    params: layers.reduce((total, layer) => total + layer.params, 0),
    macs: layers.reduce((total, layer) => total + layer.macs, 0),
  };
}
