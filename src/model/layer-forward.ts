import { indexAt, type Shape, sizeOf, type Tensor } from '../base/tensor.ts';
import { activate, mapCells } from './activations.ts';
import { combine, termsOf } from './derivation.ts';
import type { BaseConfig, LayerDefinition, LayerValues } from './layers/definition.ts';
import type { LayerTrace } from './trace.ts';

function preActivation(
  definition: LayerDefinition,
  config: BaseConfig,
  shapes: readonly Shape[],
  values: LayerValues,
): Tensor {
  const shape = definition.outputShape(config, shapes);
  const data = new Float32Array(sizeOf(shape));
  for (let cell = 0; cell < data.length; cell++) {
    const derivation = definition.derive(config, shapes, indexAt(shape, cell), values);
    data[cell] = combine(derivation, termsOf(derivation, values.inputs, values.weights), values.weights);
  }
  return { shape, data };
}

/** Everything that one layer gives, cell by cell from its `derive` where it has no `compute`. */
export function layerForward(
  definition: LayerDefinition,
  config: BaseConfig,
  values: LayerValues,
): LayerTrace {
  if (definition.compute) return definition.compute(config, values);
  const shapes = values.inputs.map((input) => input.shape);
  const pre = preActivation(definition, config, shapes, values);
  const name = definition.activation(config);
  if (name === 'linear') return { output: pre };
  const own = definition.activationFunction?.(config);
  if (own) return { pre, output: mapCells(pre, own) };
  return { pre, output: activate(pre, name, definition.activationAxes?.(config, shapes)) };
}
