import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '../base/tensor.ts';
import type { Trace, Weights } from '../model/trace.ts';
import type { Backends } from './backend.ts';
import type { BuiltModel } from './build.ts';

/** All outputs of all layers for one input, and the weights that gave them. */
export interface Snapshot {
  readonly trace: Trace;
  readonly weights: Weights;
}

/** Traces one input (without the batch axis) and reads the weights, all in one readback. */
export async function takeSnapshot(model: BuiltModel, probe: Tensor, backends: Backends): Promise<Snapshot> {
  const results = tf.tidy(() => {
    const input = tf.tensor(probe.data, [1, ...probe.shape], 'float32');
    const list = [...model.forward(input)].map(([name, { pre, output, states = [] }]) => ({
      name,
      pre,
      output,
      states: [...states],
    }));
    for (const { pre, output, states } of list) {
      // The input itself is someone's pre-activation where a layer is nothing but an activation.
      if (pre) tf.keep(pre);
      tf.keep(output);
      for (const state of states) tf.keep(state);
    }
    return list;
  });
  const kept = new Set(
    results.flatMap(({ pre, output, states }) => [...(pre ? [pre] : []), output, ...states]),
  );
  try {
    const tensors = [...kept];
    const weights = [...model.variables.values()].flat();
    const values = await backends.read([...tensors, ...weights]);
    const dataOf = new Map(tensors.map((tensor, position) => [tensor, values[position]!]));
    const read = (tensor: tf.Tensor): Tensor => ({ shape: tensor.shape.slice(1), data: dataOf.get(tensor)! });
    const layers = new Map(
      results.map(({ name, pre, output, states }) => [
        name,
        {
          ...(pre ? { pre: read(pre) } : {}),
          output: read(output),
          ...(states.length > 0 ? { states: states.map(read) } : {}),
        },
      ]),
    );
    const input = { shape: probe.shape, data: probe.data.slice() };
    return { trace: { input, layers }, weights: model.toWeights(values.slice(tensors.length)) };
  } finally {
    for (const tensor of kept) tensor.dispose();
  }
}
