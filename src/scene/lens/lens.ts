import { readTrace } from '../../model/read-trace.ts';
import { layerScenes } from '../layers/registry.ts';
import type { LensPicture, LensRequest } from './request.ts';

/** How one output number comes about: the picture between a layer's input and its output, and its formulas. Throws where the layer or its trace is missing. */
export function lensPicture(request: LensRequest): LensPicture {
  const node = request.network.byName.get(request.layer);
  const traced = request.trace.layers.get(request.layer);
  if (!node || !traced) throw new Error(`no trace of ${request.layer}`);
  const sources = node.inputs.map((name) => {
    const input = readTrace(request.trace, name);
    if (!input) throw new Error(`no trace of ${name}`);
    return { name, data: input.data, shape: input.shape };
  });
  return layerScenes[node.kind].lens({ ...request, node, traced, source: sources[0]!, sources });
}
