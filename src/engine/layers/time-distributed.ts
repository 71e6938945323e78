import * as tf from '@tensorflow/tfjs-core';
import { innerDefinition } from '../../model/layers/inner-layer.ts';
import type { TimeDistributedConfig } from '../../model/layers/time-distributed.ts';
import { stackSteps, turnSteps, unstackSteps } from '../steps.ts';
import type { EngineLayer, LayerCall, LayerResult } from './layer.ts';
import { wrappableLayers } from './wrappable.ts';

type Call = LayerCall<TimeDistributedConfig>;

/** What the inner layer is given: `x` `[batch, …]` without the steps. */
function innerCall({ config: { layer }, inputShapes, weights, random }: Call, x: tf.Tensor): LayerCall {
  const shapes = [inputShapes[0]!.slice(1)];
  const windows = innerDefinition(layer).windows?.(layer.config, shapes) ?? [];
  return { config: layer.config, windows, inputs: [x], inputShapes: shapes, weights, random };
}

/** All steps of all samples as one larger batch. */
function together(call: Call): LayerResult {
  const x = call.inputs[0]!;
  const [batch, steps, ...inner] = x.shape as [number, number, ...number[]];
  const flat = tf.reshape(x, [batch * steps, ...inner]);
  const { mask } = call;
  const given = {
    ...innerCall(call, flat),
    ...(mask && { mask: tf.reshape(tf.tile(tf.expandDims(mask, 1), [1, steps]), [-1]) as tf.Tensor1D }),
  };
  const { pre, output } = wrappableLayers[call.config.layer.class_name].forward(given);
  const apart = (tensor: tf.Tensor) => tf.reshape(tensor, [batch, steps, ...tensor.shape.slice(1)]);
  return { ...(pre && { pre: apart(pre) }), output: apart(output) };
}

/** Step after step, as Keras does: each one starts from what the one before left. */
function oneByOne(call: Call): LayerResult {
  const weights = [...call.weights];
  const updates = new Map<number, tf.Tensor>();
  let { memory } = call;
  const results = unstackSteps(turnSteps(call.inputs[0]!)).map((step) => {
    const given = { ...innerCall({ ...call, weights }, step), mask: call.mask, memory };
    const result = wrappableLayers[call.config.layer.class_name].forward(given);
    memory = result.memory;
    for (const [place, value] of result.updates ?? []) {
      weights[place] = value;
      updates.set(place, value);
    }
    return result;
  });
  const pres = results.flatMap(({ pre }) => pre ?? []);
  return {
    ...(pres.length > 0 && { pre: turnSteps(stackSteps(pres)) }),
    output: turnSteps(stackSteps(results.map(({ output }) => output))),
    ...(updates.size > 0 && { updates }),
    ...(memory && { memory }),
  };
}

export const timeDistributed: EngineLayer<TimeDistributedConfig> = {
  forward(call) {
    const { layer } = call.config;
    const specs = innerDefinition(layer).weights(layer.config, [call.inputShapes[0]!.slice(1)]);
    const moves = call.random !== undefined && specs.some(({ trainable }) => !trainable);
    const remembers = 'stateful' in layer.config && layer.config.stateful === true;
    return moves || remembers ? oneByOne(call) : together(call);
  },
};
