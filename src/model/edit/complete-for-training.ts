import * as v from 'valibot';
import type { DatasetTarget } from '../datasets/definition.ts';
import { headTarget } from '../datasets/head-target.ts';
import { datasetOf } from '../datasets/registry.ts';
import type { ModelDocument } from '../document.ts';
import { lossesOf } from '../heads.ts';
import { lossSchema } from '../losses.ts';
import { type Network, resolve } from '../network.ts';
import { minimise } from '../normalise.ts';

interface ShortModel {
  readonly layers: readonly unknown[];
  readonly outputs?: readonly string[];
}

/** What a target is usually trained with: the last layer's units and activation, the loss, what is measured beside it. */
interface Usual {
  readonly units: number;
  readonly activation?: string;
  readonly loss: string;
  readonly metric: string;
}

function usualFor(target: DatasetTarget): Usual {
  if (target.type === 'numbers') {
    return { units: target.names.length, loss: 'mean_squared_error', metric: 'mean_absolute_error' };
  }
  const units = target.classes.length;
  return { units, activation: 'softmax', loss: 'categorical_crossentropy', metric: 'accuracy' };
}

/** The usual way for one unit, where that is what the model has and there are two classes. */
const YES_OR_NO = { units: 1, activation: 'sigmoid', loss: 'binary_crossentropy', metric: 'accuracy' };

const layer = (class_name: string, config: object, inputs?: readonly string[]) => ({
  class_name,
  config,
  ...(inputs && { inputs }),
});

/** Whether every output of the model can be trained on the target: with its own losses, or else with this one. */
function fits({ compile }: ModelDocument, network: Network, target: DatasetTarget, loss: string): boolean {
  const { outputs, byName } = network;
  const losses = compile ? lossesOf(compile) : [v.parse(lossSchema, loss)];
  return outputs.every((name, at) => {
    const { outputShape } = byName.get(name)!;
    return headTarget(target, losses[at] ?? losses[0], outputShape, { at, outputs: outputs.length });
  });
}

/** A name that no layer has yet. */
function free(network: Network, name: string): string {
  return network.byName.has(name) ? free(network, `${name}_`) : name;
}

/**
 * The document with what training needs and it lacks: a head with a unit for each class or number of the data set, or a
 * head for each that the data set has, and a loss and an optimizer. A model with several outputs gets no head. For the
 * gate.
 */
export function completeForTraining(document: ModelDocument): unknown {
  const short = minimise(document) as { readonly model: ShortModel; readonly compile?: object };
  const network = resolve(document);
  const { target } = datasetOf(document.dataset);
  const shape = network.byName.get(network.output)!.outputShape;
  const single =
    target.type === 'classes' && target.classes.length === 2 && shape.length === 1 && shape[0] === 1;
  const usual = single ? YES_OR_NO : usualFor(target);
  const compiled = (outputs: number) => ({
    optimizer: 'adam',
    ...short.compile,
    loss: usual.loss,
    metrics: outputs > 1 ? Array.from({ length: outputs }, () => [usual.metric]) : [usual.metric],
  });
  const compile = short.compile ?? compiled(network.outputs.length);
  if (fits(document, network, target, usual.loss) || (document.model.outputs?.length ?? 1) > 1) {
    return { ...short, compile };
  }
  const { outputs, ...model } = short.model;
  const several = target.type === 'heads';
  const flat = free(network, 'flatten');
  const flatten =
    shape.length > 1 ? [layer('Flatten', several ? { name: flat } : {}, outputs && [network.output])] : [];
  const head = { units: usual.units, ...(usual.activation && { activation: usual.activation }) };
  if (several) {
    const reads = [flatten.length > 0 ? flat : network.output];
    const names = Array.from({ length: target.heads }, (_, at) => free(network, `head_${at}`));
    const heads = names.map((name) => layer('Dense', { name, ...head }, reads));
    return {
      ...short,
      model: { ...model, layers: [...model.layers, ...flatten, ...heads], outputs: names },
      compile: compiled(target.heads),
    };
  }
  const own = flatten.length > 0 ? undefined : outputs && [network.output];
  const layers = [...model.layers, ...flatten, layer('Dense', head, own)];
  // A loss of its own may be none for this target.
  const kept = headTarget(target, document.compile && lossesOf(document.compile)[0], [usual.units], {
    at: 0,
    outputs: 1,
  });
  return { ...short, model: { ...model, layers }, compile: kept ? compile : compiled(1) };
}
