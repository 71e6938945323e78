import type { RecurrentConfig } from '../../model/layers/recurrent-arguments.ts';
import { recurrentLens } from '../lens/recurrent-lens.ts';
import type { LayerScene } from '../lens/request.ts';

/** LSTM, GRU and SimpleRNN: unrolled over the steps, one of them opened. */
export const recurrentScene: LayerScene = {
  lens(context) {
    const { node, sources, weights, layer } = context;
    const config = node.config as RecurrentConfig;
    const { unrolling, ...lens } = recurrentLens(context, {
      definition: node.definition,
      config,
      values: {
        inputs: sources.map(({ shape, data }) => ({ shape, data })),
        weights: weights.get(layer) ?? [],
      },
      firstUnit: 0,
      turned: config.go_backwards,
    });
    return lens;
  },
};
