import type { Json } from '../../../base/json.ts';
import { argumentsOf } from '../../../model/arguments/arguments.ts';
import { namer } from '../../../model/layer-names.ts';
import type { LayerKind } from '../../../model/layers/kinds.ts';
import { INPUT_NAME } from '../../../model/network.ts';
import { PythonFault } from '../python/fault.ts';
import { type Placed, PyFloat, PyList, PyTuple } from '../python/values.ts';
import { ancestry, type KerasLayer, type Node, type Tensor } from './graph.ts';
import type { Places } from './places.ts';
import { configJson } from './to-json.ts';

/** The document's model, as JSON for the gate. */
export interface ModelJson {
  readonly input_shape: readonly (number | null)[];
  readonly batch_size?: number;
  readonly layers: readonly { readonly [key: string]: Json }[];
  readonly outputs?: readonly string[];
}

/** Keras names layers as it makes them; one that is used twice gets a name for each use. */
function nodeNames(nodes: readonly Node[]): Map<Node, string> {
  const names = new Map<Node, string>();
  const taken = new Set<string>();
  for (const node of nodes) {
    const name = node.layer.name;
    if (name === undefined || taken.has(name)) continue;
    taken.add(name);
    names.set(node, name);
  }
  const free = namer(taken);
  for (const node of nodes) {
    if (!names.has(node)) names.set(node, free(node.layer.className as LayerKind));
  }
  return names;
}

/** Sizes and counts have to be whole numbers: Keras refuses 32.0, which JSON could not tell from 32. */
function checkWhole({ className, config }: KerasLayer): void {
  for (const { name, takes } of argumentsOf(className as LayerKind)) {
    const given = config.get(name);
    if (!given || (takes.type !== 'integer' && takes.type !== 'sizes')) continue;
    const { value, place } = given;
    const items = value instanceof PyList || value instanceof PyTuple ? value.items : [value];
    if (items.some((item) => item instanceof PyFloat))
      throw new PythonFault('whole-argument', place, { argument: name });
  }
}

/** The layers between a model's ends, in the order in which the code makes them. */
export function modelJson(
  { inputs, outputs }: { readonly inputs: readonly Tensor[]; readonly outputs: readonly Tensor[] },
  places: Places,
): ModelJson {
  const { nodes, inputs: sources } = ancestry(outputs);
  const [input] = sources;
  if (sources.length > 1 || inputs.length > 1) {
    throw new PythonFault('several-inputs', (sources[1] ?? sources[0])!.place);
  }
  if (!input || nodes.length === 0) throw new PythonFault('empty-model', input?.place ?? { from: 0, to: 1 });
  places.set('model.input_shape', input.place);
  const names = nodeNames(nodes);
  const nameOf = ({ node, state }: Tensor) =>
    node ? `${names.get(node)}${state > 0 ? `/${state}` : ''}` : INPUT_NAME;
  const layers = nodes.map((node, at): { readonly [key: string]: Json } => {
    const { layer } = node;
    const path = `model.layers[${at}]`;
    places.set(path, layer.place);
    checkWhole(layer);
    const config: Map<string, Placed> = new Map(layer.config);
    config.delete('name');
    const json = { ...configJson(config, `${path}.config`, places), name: names.get(node)! };
    const name = layer.config.get('name');
    if (name) places.set(`${path}.config.name`, name.place);
    places.set(`${path}.inputs`, node.place);
    return { class_name: layer.className, config: json, inputs: node.inputs.map(nameOf) };
  });
  const batch = input.batchSize;
  return {
    input_shape: input.shape,
    ...(batch === undefined ? {} : { batch_size: batch }),
    layers,
    outputs: outputs.map(nameOf),
  };
}
