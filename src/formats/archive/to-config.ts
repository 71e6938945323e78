import type { Json } from '../../base/json.ts';
import type { ModelDocument } from '../../model/document.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../../model/network.ts';
import { minimise } from '../../model/normalise.ts';
import { partOf } from '../../model/part-names.ts';
import { graphOrder } from './graph-order.ts';
import { DTYPE, layerObject, serialized } from './keras-object.ts';

type JsonObject = { readonly [key: string]: Json };

/** The short form, in which whatever equals its default in Keras is left out. */
interface Short {
  readonly model: {
    readonly layers: readonly { readonly class_name: string; readonly config: JsonObject }[];
  };
  readonly compile?: JsonObject;
}

/** The short form with an object for each word that stands for one: Keras spells some of these words in its own way. */
function withObjects(short: Json, complete: unknown): Json {
  if (typeof complete !== 'object' || complete === null) return short;
  if (typeof short === 'string' && 'class_name' in complete) {
    return { class_name: complete.class_name as string, config: {} };
  }
  if (typeof short !== 'object' || short === null) return short;
  if (Array.isArray(short)) {
    return (short as readonly Json[]).map((item, at) => withObjects(item, Reflect.get(complete, at)));
  }
  return Object.fromEntries(
    Object.entries(short).map(([key, item]) => [key, withObjects(item, Reflect.get(complete, key))]),
  );
}

function batched({ model }: ModelDocument, shape: readonly (number | null)[]): Json {
  return [model.batch_size ?? null, ...shape];
}

function inputLayer(document: ModelDocument): JsonObject {
  return layerObject('InputLayer', {
    batch_shape: batched(document, document.model.input_shape),
    name: INPUT_NAME,
  });
}

/** Whether Keras's Sequential can hold the model: each layer reads the one before it, and gives one thing. */
function isChain({ model }: ModelDocument, network: Network): boolean {
  return (
    model.outputs === undefined &&
    model.layers.every(({ inputs }) => inputs === undefined) &&
    network.layers.every(({ stateShapes }) => stateShapes.length === 0)
  );
}

/** Symbolic tensors by the names under which layers read them. */
function tensorsOf(document: ModelDocument, network: Network): (name: string) => JsonObject {
  return (name) => {
    const { layer, part } = partOf(name);
    const from = network.byName.get(layer);
    const shapes = from ? [from.declaredShape, ...from.stateShapes] : [document.model.input_shape];
    return {
      class_name: '__keras_tensor__',
      config: {
        shape: batched(document, shapes[part]!),
        dtype: DTYPE,
        keras_history: [layer, 0, part],
      },
    };
  };
}

/** How the layer is called: on a list where it merges, on its input and its first states where it is recurrent. */
function call({ definition, inputs }: NetworkLayer, tensorOf: (name: string) => JsonObject): JsonObject {
  const tensors = inputs.map(tensorOf);
  if (definition.operation === 'recurrent') {
    const [first, ...states] = tensors;
    return { args: [first!], kwargs: states.length > 0 ? { initial_state: states } : {} };
  }
  return { args: definition.arity === 'many' ? [tensors] : tensors, kwargs: {} };
}

function functional(document: ModelDocument, short: Short, network: Network): JsonObject {
  const tensorOf = tensorsOf(document, network);
  const written = new Map(short.model.layers.map((layer) => [layer.config.name, layer]));
  const layers = graphOrder(network).map((name): JsonObject => {
    const { class_name, config } = written.get(name)!;
    return {
      ...layerObject(class_name, config),
      name,
      inbound_nodes: [call(network.byName.get(name)!, tensorOf)],
    };
  });
  const outputs = network.outputs.map((name): Json => [name, 0, 0]);
  return {
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name: 'functional',
      trainable: true,
      layers: [{ ...inputLayer(document), name: INPUT_NAME, inbound_nodes: [] }, ...layers],
      input_layers: [INPUT_NAME, 0, 0],
      output_layers: outputs.length === 1 ? outputs[0]! : outputs,
    },
    registered_name: 'Functional',
  };
}

function sequential(document: ModelDocument, short: Short): JsonObject {
  const layers = short.model.layers.map(({ class_name, config }) => layerObject(class_name, config));
  return {
    module: 'keras',
    class_name: 'Sequential',
    config: { name: 'sequential', trainable: true, layers: [inputLayer(document), ...layers] },
    registered_name: null,
  };
}

/** What Keras's `config.json` holds for the document: the model, and how it was compiled. */
export function toConfig(document: ModelDocument, network: Network): JsonObject {
  // Of some layers Keras reads no config that lacks an argument.
  const layers = document.model.layers.map(({ class_name, config }) => ({ class_name, config }));
  const { compile } = withObjects(minimise(document) as Json, document) as { readonly compile?: JsonObject };
  const short = { model: { layers }, ...(compile && { compile }) } as unknown as Short;
  const model = isChain(document, network)
    ? sequential(document, short)
    : functional(document, short, network);
  return short.compile ? { ...model, compile_config: serialized(short.compile) } : model;
}

/** Layers in the order in which the archive has them. */
export function archiveOrder(document: ModelDocument, network: Network): readonly string[] {
  return isChain(document, network) ? network.layers.map(({ name }) => name) : graphOrder(network);
}
