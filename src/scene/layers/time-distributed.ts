import { sizeOf, type Tensor } from '../../base/tensor.ts';
import { type InnerLayer, innerDefinition } from '../../model/layers/inner-layer.ts';
import { timeDistributedText } from '../../text/layers/time-distributed.ts';
import { formatCount } from '../format.ts';
import { adaptedLens, cellsBack } from '../lens/adapt.ts';
import { moved } from '../lens/draw.ts';
import { plain } from '../lens/formula.ts';
import type { LayerScene } from '../lens/request.ts';
import { sharedSlices } from '../lens/shared-slices.ts';
import { wrappableScenes } from './wrappable.ts';

/** One step of a tensor, as a view. */
function stepOf({ shape, data }: Pick<Tensor, 'shape' | 'data'>, step: number): Tensor {
  const inner = shape.slice(1);
  const size = sizeOf(inner);
  return { shape: inner, data: data.subarray(step * size, (step + 1) * size) };
}

/** Less than this the picture of the layer inside can't be read: the slices are then left out. */
const LEAST = 190;

/** The layer inside once with its lines to every slice, and its own picture for the slice that the cell belongs to. */
export const timeDistributedScene: LayerScene = {
  lens(context) {
    const { node, source, traced, index } = context;
    const { layer } = node.config as typeof node.config & { readonly layer: InnerLayer };
    const [step, ...inner] = index as [number, ...number[]];
    const own = { ...stepOf(source, step), name: source.name };
    const withStep = (at: readonly number[]) => [step, ...at];
    const slices = sharedSlices(context, layer.class_name, context.width);
    const room = context.height - slices.height;
    const shown = room >= LEAST;
    const picture = adaptedLens(wrappableScenes[layer.class_name], {
      context: {
        ...context,
        height: shown ? room : context.height,
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
    if (!shown) return picture;
    const { params } = picture;
    const note = params.length > 0 && node.params > 0;
    const { width, height } = context;
    const marks = [...slices.marks, ...moved(picture.picture.marks, 0, slices.height)];
    return {
      ...picture,
      picture: { width, height, marks },
      params: note ? [...params, plain(timeDistributedText.once(formatCount(source.shape[0]!)))] : params,
    };
  },
};
