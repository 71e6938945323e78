import type { Json } from '../../base/json.ts';
import type { ModelDocument } from '../../model/document.ts';
import type { LayerKind } from '../../model/layers/kinds.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../../model/network.ts';
import { partName } from '../../model/part-names.ts';
import { type Code, linesOf, prefixed } from './code.ts';
import { objectCall, tuple } from './literal.ts';

/** A line of the script, and the layer that it is about. */
export interface PythonLine {
  readonly text: string;
  readonly layer?: string;
}

/** A layer in the short form, which has no argument that equals its default. */
export interface ShortLayer {
  readonly class_name: LayerKind;
  readonly config: { readonly name: string; readonly [argument: string]: Json };
}

/** The lines of a layer, with the shape that it gives at the end, as Keras's summary has it. */
function withShape(lines: readonly string[], layer: NetworkLayer, batch: number | null): PythonLine[] {
  const shape = tuple([batch, ...layer.declaredShape]);
  return lines.map((text, at) => ({
    text: at === lines.length - 1 ? `${text}  # ${shape}` : text,
    layer: layer.name,
  }));
}

/** Variables of a script, each with a name of its own. */
function createVariables() {
  const taken = new Set<string>();
  return (name: string): string => {
    const word = name.replace(/\W/g, '_').replace(/^(?=\d)/, '_');
    let variable = word;
    for (let next = 1; taken.has(variable); next++) variable = `${word}_${next}`;
    taken.add(variable);
    return variable;
  };
}

/** What a layer is called with. Beside its input a recurrent layer may read the states to start from. */
function argumentsOfCall({ definition, inputs }: NetworkLayer, variables: readonly string[]): string {
  if (inputs.length === 1) return variables[0]!;
  if (definition.arity !== 'states') return `[${variables.join(', ')}]`;
  return `${variables[0]}, initial_state=[${variables.slice(1).join(', ')}]`;
}

/**
 * Builds the document's model: a Sequential where every layer reads the one before it, else Keras's functional form.
 */
export function modelLines(
  document: ModelDocument,
  short: readonly ShortLayer[],
  network: Network,
): PythonLine[] {
  const { input_shape: inputShape, batch_size: batchSize, layers, outputs } = document.model;
  const batch = batchSize ?? null;
  const fixed = batch === null ? '' : `, batch_size=${batch}`;
  const input = `keras.Input(shape=${tuple(inputShape)}${fixed})`;
  const made = short.map(({ class_name: kind, config }) => {
    const layer = network.byName.get(config.name)!;
    return { layer, call: (tail?: string): Code => objectCall('layers', kind, config, 'tuples', tail) };
  });

  function sequential(): PythonLine[] {
    const inside = made.flatMap(({ layer, call }) => withShape(linesOf(call(), '    ', ','), layer, batch));
    return [{ text: 'model = keras.Sequential([' }, { text: `    ${input},` }, ...inside, { text: '])' }];
  }

  function functional(): PythonLine[] {
    const variableFor = createVariables();
    const variables = new Map([[INPUT_NAME, variableFor('inputs')]]);
    const lines = made.flatMap(({ layer, call }) => {
      const reads = layer.inputs.map((name) => variables.get(name)!);
      const given = [
        variableFor(`${layer.name}_out`),
        ...layer.stateShapes.map((_, place) => variableFor(`${layer.name}_state_${place + 1}`)),
      ];
      for (const [part, variable] of given.entries()) variables.set(partName(layer.name, part), variable);
      const code = prefixed(`${given.join(', ')} = `, call(`)(${argumentsOfCall(layer, reads)})`));
      return withShape(linesOf(code), layer, batch);
    });
    const results = network.outputs.map((name) => variables.get(name)!);
    const result = results.length === 1 ? results[0]! : `[${results.join(', ')}]`;
    return [
      { text: `inputs = ${input}` },
      ...lines,
      ...linesOf({ head: 'model = keras.Model(', items: ['inputs', result], tail: ')' }).map((text) => ({
        text,
      })),
    ];
  }

  const isChain =
    outputs === undefined &&
    layers.every(({ inputs }) => inputs === undefined) &&
    made.every(({ layer }) => layer.stateShapes.length === 0);
  return isChain ? sequential() : functional();
}
