import * as tf from '@tensorflow/tfjs-core';
import { KernelscopeError } from '../base/errors.ts';
import { flatIndex, type Tensor } from '../base/tensor.ts';
import type { NamedWeight } from '../model/trace.ts';
import type { Backends } from './backend.ts';
import type { BuiltModel } from './build.ts';
import type { GradientTarget, LayerGradients } from './engine.ts';
import type { Objective } from './objective.ts';
import { regularization } from './regularize.ts';
import type { Targets } from './targets.ts';

/** A number that stands for each of the tensors whose gradient is wanted: 0 is added to it there. */
type Taps = ReadonlyMap<string, tf.Tensor>;

const OUTPUT = 'output';

function tapName(layer: string, place: number | typeof OUTPUT): string {
  return `${layer}/${place}`;
}

/** Zeros in the shapes of every layer's inputs and output, with a batch of one. */
function makeTaps({ network }: BuiltModel, probe: Tensor): Map<string, tf.Tensor> {
  const taps = new Map<string, tf.Tensor>([['input', tf.tensor(probe.data, [1, ...probe.shape])]]);
  for (const layer of network.layers) {
    for (const [place, shape] of layer.inputShapes.entries()) {
      taps.set(tapName(layer.name, place), tf.zeros([1, ...shape]));
    }
    taps.set(tapName(layer.name, OUTPUT), tf.zeros([1, ...layer.outputShape]));
  }
  return taps;
}

export interface GradientRequest {
  readonly probe: Tensor;
  readonly target: GradientTarget;
  /** With a target of `loss`: what is measured, and against what. */
  readonly objective?: Objective | undefined;
  readonly targets?: readonly Targets[] | undefined;
}

function scalarOf(model: BuiltModel, request: GradientRequest, taps: Taps): tf.Scalar {
  const results = model.forward(taps.get('input')!, undefined, {
    input: (layer, place, tensor) => tf.add(tensor, taps.get(tapName(layer, place))!),
    output: (layer, tensor) => tf.add(tensor, taps.get(tapName(layer, OUTPUT))!),
  });
  const { target, objective, targets } = request;
  if (target.type === 'unit') {
    const { output } = results.get(target.layer)!;
    const at = flatIndex(output.shape.slice(1), target.index);
    return tf.squeeze(tf.slice(tf.reshape(output, [-1]), [at], [1]));
  }
  if (!objective || !targets) throw new KernelscopeError({ code: 'not-compiled', path: 'compile' });
  const wanted = targets.map((one) => {
    const data = new Float32Array(one.size);
    one.write(data, 0, target.targets, 0);
    return tf.tensor(data, [1, ...one.shape]);
  });
  const outputs = objective.outputs.map((name) => results.get(name)!.output);
  const loss = tf.mean(objective.loss(wanted, outputs)) as tf.Scalar;
  const penalty = regularization(model, results, { mask: tf.ones([1]), count: 1 });
  return penalty ? tf.add(loss, penalty) : loss;
}

/**
 * Gradients of the loss for one input and its label, or of one output unit, by every layer's output, by its inputs
 * (what flows back through this layer alone) and by its weights. As without training: nothing is dropped out, and
 * moving statistics stand still.
 */
export async function takeGradients(
  model: BuiltModel,
  request: GradientRequest,
  backends: Backends,
): Promise<ReadonlyMap<string, LayerGradients>> {
  const names: string[] = [];
  const found = tf.tidy(() => {
    const taps = makeTaps(model, request.probe);
    names.push(...taps.keys());
    const variables = [...model.variables.values()].flat();
    const sources = [...taps.values(), ...variables];
    const { grads } = tf.engine().gradients(() => scalarOf(model, request, taps), sources, undefined, true);
    // Where nothing flows back there is no tensor.
    return sources.map((source, at) => (grads[at] as tf.Tensor | null) ?? tf.zerosLike(source));
  });
  try {
    const values = await backends.read(found);
    const byTap = new Map(
      names.map((name, at) => [name, { shape: found[at]!.shape.slice(1), data: values[at]! }]),
    );
    let next = names.length;
    return new Map(
      model.network.layers.map((layer) => {
        const weights = layer.weights.map(
          (spec): NamedWeight => ({ name: spec.name, shape: spec.shape, data: values[next++]! }),
        );
        const inputs = layer.inputs.map((_, place) => byTap.get(tapName(layer.name, place))!);
        return [layer.name, { output: byTap.get(tapName(layer.name, OUTPUT))!, inputs, weights }];
      }),
    );
  } finally {
    tf.dispose(found);
  }
}
