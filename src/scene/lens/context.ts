import { readTrace } from '../../model/read-trace.ts';
import type { LensContext, LensRequest } from './request.ts';

/** A request with what every lens needs looked up. Throws where the layer or its trace is missing. */
export function lensContext(request: LensRequest): LensContext {
  const node = request.network.byName.get(request.layer);
  const traced = request.trace.layers.get(request.layer);
  if (!node || !traced) throw new Error(`no trace of ${request.layer}`);
  const sources = node.inputs.map((name) => {
    const input = readTrace(request.trace, name);
    if (!input) throw new Error(`no trace of ${name}`);
    return { name, data: input.data, shape: input.shape };
  });
  return { ...request, node, traced, source: sources[0]!, sources };
}
