import { sizeOf, type Tensor } from '../../base/tensor.ts';
import { type InnerLayer, innerDefinition } from '../../model/layers/inner-layer.ts';
import { adaptedLens, cellsBack } from '../lens/adapt.ts';
import type { LayerScene } from '../lens/request.ts';
import { wrappableScenes } from './wrappable.ts';

/** One step of a tensor, as a view. */
function stepOf({ shape, data }: Pick<Tensor, 'shape' | 'data'>, step: number): Tensor {
  const inner = shape.slice(1);
  const size = sizeOf(inner);
  return { shape: inner, data: data.subarray(step * size, (step + 1) * size) };
}

/** The picture of the layer inside, for the step that the cell belongs to. */
export const timeDistributedScene: LayerScene = {
  lens(context) {
    const { node, source, traced, index } = context;
    const { layer } = node.config as typeof node.config & { readonly layer: InnerLayer };
    const [step, ...inner] = index as [number, ...number[]];
    const own = { ...stepOf(source, step), name: source.name };
    const withStep = (at: readonly number[]) => [step, ...at];
    const picture = adaptedLens(wrappableScenes[layer.class_name], {
      context: {
        ...context,
        node: {
          ...node,
          kind: layer.class_name,
          config: layer.config,
          definition: innerDefinition(layer),
          inputShapes: [own.shape],
          outputShape: node.outputShape.slice(1),
        },
        source: own,
        sources: [own],
        index: inner,
        traced: { output: stepOf(traced.output, step), ...(traced.pre && { pre: stepOf(traced.pre, step) }) },
      },
      back: cellsBack(context, withStep, withStep),
    });
    return picture;
  },
};
