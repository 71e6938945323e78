import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '../../src/base/tensor.ts';
import type { ActivationName } from '../../src/model/activations.ts';
import type { ActivationConfig } from '../../src/model/layers/activation.ts';
import type { ConvolutionConfig } from '../../src/model/layers/convolution.ts';
import type { DenseConfig } from '../../src/model/layers/dense.ts';
import type { DropoutConfig } from '../../src/model/layers/dropout.ts';
import type { GlobalPoolingConfig } from '../../src/model/layers/global-pooling.ts';
import type { LayerKind } from '../../src/model/layers/kinds.ts';
import type { PoolingConfig } from '../../src/model/layers/pooling.ts';
import type { Network, NetworkLayer } from '../../src/model/network.ts';
import type { Weights } from '../../src/model/trace.ts';

// Keeps its advice on Node out of the output.
tf.enableProdMode();

type Pair = [number, number];
type Common = { name: string; inputShape: number[] };

function pair(sizes: readonly number[]): Pair {
  return [sizes[0]!, sizes[1]!];
}

function activation(name: ActivationName) {
  return name as 'linear';
}

/** keepdims is missing there. */
function reshaped(layer: tf.layers.Layer, keepdims: boolean, common: Common): tf.layers.Layer[] {
  const channels = common.inputShape[2]!;
  return keepdims ? [layer, tf.layers.reshape({ targetShape: [1, 1, channels] })] : [layer];
}

function weighted(config: ConvolutionConfig | DenseConfig) {
  return {
    activation: activation(config.activation),
    useBias: config.use_bias,
    kernelInitializer: 'zeros' as const,
  };
}

/** The kinds that tf.layers computes as Keras does; the others are held against Keras itself. */
const MAKERS: Partial<Record<LayerKind, (config: never, common: Common) => tf.layers.Layer[]>> = {
  Conv2D: (config: ConvolutionConfig, common) => [
    tf.layers.conv2d({
      ...common,
      ...weighted(config),
      filters: config.filters,
      kernelSize: pair(config.kernel_size),
      strides: pair(config.strides),
      dilationRate: pair(config.dilation_rate),
      padding: config.padding as 'valid' | 'same',
    }),
  ],
  MaxPooling2D: (config: PoolingConfig, common) => [
    tf.layers.maxPooling2d({
      ...common,
      poolSize: pair(config.pool_size),
      strides: pair(config.strides),
      padding: config.padding,
    }),
  ],
  AveragePooling2D: (config: PoolingConfig, common) => [
    tf.layers.averagePooling2d({
      ...common,
      poolSize: pair(config.pool_size),
      strides: pair(config.strides),
      padding: config.padding,
    }),
  ],
  GlobalMaxPooling2D: (config: GlobalPoolingConfig, common) =>
    reshaped(tf.layers.globalMaxPooling2d({ ...common }), config.keepdims, common),
  GlobalAveragePooling2D: (config: GlobalPoolingConfig, common) =>
    reshaped(tf.layers.globalAveragePooling2d({ ...common }), config.keepdims, common),
  Activation: (config: ActivationConfig, common) => [
    tf.layers.activation({ ...common, activation: activation(config.activation) }),
  ],
  ReLU: (_: never, common) => [tf.layers.reLU({ ...common })],
  // Flatten refuses a list of units there.
  Flatten: (_: never, common) => [
    common.inputShape.length > 1
      ? tf.layers.flatten({ ...common })
      : tf.layers.activation({ ...common, activation: 'linear' }),
  ],
  Dense: (config: DenseConfig, common) => [
    tf.layers.dense({ ...common, ...weighted(config), units: config.units }),
  ],
  Dropout: (config: DropoutConfig, common) => [tf.layers.dropout({ ...common, rate: config.rate })],
};

function makeLayers(layer: NetworkLayer): tf.layers.Layer[] {
  const common = { name: layer.name, inputShape: [...layer.inputShapes[0]!] };
  return MAKERS[layer.kind]!(layer.config as never, common);
}

/** The network in tf.layers, which knows nothing of ours but the arguments; the last of `ends` for a layer is its output. */
export function toTf(network: Network): { model: tf.Sequential; ends: Map<string, tf.layers.Layer> } {
  const model = tf.sequential();
  const ends = new Map<string, tf.layers.Layer>();
  for (const layer of network.layers) {
    for (const made of makeLayers(layer)) {
      model.add(made);
      ends.set(layer.name, made);
    }
  }
  return { model, ends };
}

/** Every layer's output for one input, as tf.layers computes it. */
export function tfOutputs(network: Network, weights: Weights, input: Tensor): Map<string, Float32Array> {
  const outputs = new Map<string, Float32Array>();
  tf.tidy(() => {
    const { model, ends } = toTf(network);
    for (const layer of network.layers) {
      const own = weights.get(layer.name) ?? [];
      if (own.length === 0) continue;
      ends.get(layer.name)!.setWeights(own.map(({ data, shape }) => tf.tensor(data, [...shape])));
    }
    const symbols = [...ends.values()].map((layer) => layer.output as tf.SymbolicTensor);
    const batch = tf.tensor(input.data, [1, ...input.shape]);
    const results = [tf.model({ inputs: model.inputs, outputs: symbols }).predict(batch)].flat();
    for (const [position, name] of [...ends.keys()].entries()) {
      outputs.set(name, results[position]!.dataSync() as Float32Array);
    }
  });
  return outputs;
}
