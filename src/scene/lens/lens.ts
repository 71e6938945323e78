import { layerScenes } from '../layers/registry.ts';
import { lensContext } from './context.ts';
import type { LensPicture, LensRequest } from './request.ts';

/** How one output number comes about: the picture between a layer's input and its output, and its formulas. Throws where the layer or its trace is missing. */
export function lensPicture(request: LensRequest): LensPicture {
  const context = lensContext(request);
  return layerScenes[context.node.kind].lens(context);
}
