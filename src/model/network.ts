import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { type Shape, sizeOf } from '../base/tensor.ts';
import type { LayerDocument, ModelDocument } from './document.ts';
import { type Boxes, boxesThrough, boxSizes, inputBoxes, isToFollow } from './exact-fields.ts';
import { freeShape, sizesFor } from './free-sizes.ts';
import { checkInitializer } from './initializers.ts';
import { spatialOf } from './layers/data-format.ts';
import type { BaseConfig, LayerDefinition, WeightSpec } from './layers/definition.ts';
import type { LayerKind } from './layers/kinds.ts';
import { checkArity, checkWithin } from './layers/refuse.ts';
import { layerDefinitions } from './layers/registry.ts';
import { partName, partOf } from './part-names.ts';
import { type Field, fieldSize, inputField, mergedFields, throughLayer } from './receptive-field.ts';

/** One layer with everything that follows from the document, computed once past the gate. */
export interface NetworkLayer {
  readonly name: string;
  readonly kind: LayerKind;
  /** Complete config (defaults filled in). */
  readonly config: BaseConfig;
  readonly definition: LayerDefinition;
  /** Names of what it reads; the model's own input is `input`, a layer's first state `lstm/1`. */
  readonly inputs: readonly string[];
  readonly inputShapes: readonly Shape[];
  readonly outputShape: Shape;
  /** The same, with null where the size is free. */
  readonly declaredShape: readonly (number | null)[];
  /** Shapes of what it gives beside its output. */
  readonly stateShapes: readonly Shape[];
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
  /** Names of the layers whose outputs are the predictions. */
  readonly outputs: readonly string[];
  /** The first of them. */
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

function check(layer: LayerDocument, inputShapes: readonly Shape[]): void {
  const definition = layerDefinitions[layer.class_name];
  checkArity(definition.arity, inputShapes);
  definition.validate(layer.config, inputShapes);
  for (const spec of definition.weights(layer.config, inputShapes)) {
    checkInitializer(spec.initializer, spec.shape, `config.${spec.argument ?? `${spec.name}_initializer`}`);
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

function resolveLayer(
  document: LayerDocument,
  inputs: readonly string[],
  inputShapes: readonly Shape[],
): NetworkLayer {
  const { config, class_name: kind } = document;
  const definition = layerDefinitions[kind];
  const weights = definition.weights(config, inputShapes);
  const outputShape = definition.outputShape(config, inputShapes);
  return {
    name: config.name,
    kind,
    config,
    definition,
    inputs,
    inputShapes,
    outputShape,
    declaredShape: outputShape,
    stateShapes: definition.stateShapes?.(config, inputShapes) ?? [],
    weights,
    params: countOf(weights),
    trainableParams: countOf(weights.filter((spec) => spec.trainable)),
    macs: definition.macs(config, inputShapes),
    receptiveField: [],
  };
}

/** Axes of the model's input along which windows slide: all but the channels. */
function spatialSizes(inputShape: Shape, documents: readonly LayerDocument[]): Shape {
  // Numbers of words have no channels yet.
  if (layerDefinitions[documents[0]!.class_name].operation === 'lookup') return inputShape;
  const first = documents.find(({ config }) => 'data_format' in config)?.config;
  return first ? spatialOf(first, inputShape) : inputShape.slice(0, -1);
}

/** What every layer's cells see of the model's input, followed cell by cell. */
function followedFields({ inputShape, layers }: Network): readonly (readonly number[])[] {
  const axes = layers[0]!.receptiveField.length;
  const seen = new Map<string, Boxes>([[INPUT_NAME, inputBoxes(inputShape, axes)]]);
  return layers.map((layer) => {
    // States see what the output does.
    const boxes = boxesThrough(
      layer,
      layer.inputs.map((name) => seen.get(partOf(name).layer)!),
    );
    seen.set(layer.name, boxes);
    return boxSizes(boxes);
  });
}

/** Where cells leave the axes that they lie along, what they see is followed, once somebody wants to know. */
function withExactFields(network: Network): Network {
  if (!isToFollow(network.layers)) return network;
  let followed: ReturnType<typeof followedFields> | undefined;
  const layers = network.layers.map(
    (layer, position): NetworkLayer => ({
      ...layer,
      get receptiveField() {
        followed ??= followedFields(network);
        return followed[position]!;
      },
    }),
  );
  return { ...network, layers, byName: new Map(layers.map((layer) => [layer.name, layer])) };
}

function resolveAt(document: ModelDocument, inputShape: Shape): Network {
  const { layers: documents, outputs: named } = document.model;
  const sources = new Map<string, Source>([
    [INPUT_NAME, { shape: inputShape, fields: spatialSizes(inputShape, documents).map(inputField) }],
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
    checkWithin(`model.layers[${position}]`, () => check(layerDocument, inputShapes));
    const layer = resolveLayer(layerDocument, inputs, inputShapes);
    const { definition, config } = layer;
    const fields = throughLayer(
      definition,
      config,
      inputShapes,
      mergedFields(read.map((source) => source.fields)),
    );
    byName.set(layer.name, { ...layer, receptiveField: fields.map(fieldSize) });
    const given = [layer.outputShape, ...layer.stateShapes];
    for (const [part, shape] of given.entries()) sources.set(partName(layer.name, part), { shape, fields });
    previous = layer.name;
  }

  const outputs = named ?? [previous];
  for (const [place, output] of outputs.entries()) {
    if (!byName.has(output)) throw notFound(`model.outputs[${place}]`, output);
  }
  const layers = [...byName.values()];
  return {
    inputShape,
    layers,
    byName,
    outputs,
    output: outputs[0]!,
    params: layers.reduce((total, layer) => total + layer.params, 0),
    macs: layers.reduce((total, layer) => total + layer.macs, 0),
  };
}

/** What depends on a free size is found by looking at the model at a second one. */
function withFreeSizes(network: Network, other: Network): Network {
  const layers = network.layers.map((layer, position): NetworkLayer => {
    const twin = other.layers[position]!;
    for (const [place, spec] of layer.weights.entries()) {
      const shape = twin.weights[place]!.shape;
      if (spec.shape.every((size, axis) => size === shape[axis])) continue;
      throw new KernelscopeError({
        code: 'shape',
        path: `model.layers[${position}]`,
        expected: `an input whose size is known: its ${spec.name} depends on it`,
        received: `an input of ${printable(freeShape(layer.inputShapes[0]!, twin.inputShapes[0]!))}`,
        reason: 'free-size',
      });
    }
    return { ...layer, declaredShape: freeShape(layer.outputShape, twin.outputShape) };
  });
  return { ...network, layers, byName: new Map(layers.map((layer) => [layer.name, layer])) };
}

/**
 * Everything that follows from the document's model: shapes, weights, parameters, multiply-adds, receptive
 * fields. Plain arithmetic, nothing of the model's size is allocated before it is asked for. Free sizes of the input
 * take those of `probe`, where it fits. Throws `KernelscopeError` with the path where a layer cannot take its input.
 */
export function resolve(document: ModelDocument, probe?: Shape): Network {
  const [inputShape, other] = sizesFor(document.model.input_shape, probe);
  const network = resolveAt(document, inputShape);
  return withExactFields(other ? withFreeSizes(network, resolveAt(document, other)) : network);
}
