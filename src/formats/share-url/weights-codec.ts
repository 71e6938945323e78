import { KernelscopeError } from '../../base/errors.ts';
import { sizeOf } from '../../base/tensor.ts';
import type { Network } from '../../model/network.ts';
import type { NamedWeight, Weights } from '../../model/trace.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { deflate, inflate } from './deflate.ts';

/** Quantised weights lie in `-STEPS` to `STEPS`. */
const STEPS = 127;

/**
 * Codec `w1`: every tensor in the network's order as its scale (32-bit float, little endian) and one signed byte a
 * number, `value = byte * scale`; all of it raw deflate, base64url. Names and shapes follow from the document.
 */
export async function encodeWeights(network: Network, weights: Weights): Promise<string> {
  const bytes = new Uint8Array(byteLength(network));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const layer of network.layers) {
    for (const { data } of weights.get(layer.name) ?? []) {
      const scale = Math.fround(data.reduce((limit, value) => Math.max(limit, Math.abs(value)), 0) / STEPS);
      view.setFloat32(offset, scale, true);
      offset += 4;
      for (const value of data) view.setInt8(offset++, scale === 0 ? 0 : Math.round(value / scale));
    }
  }
  return toBase64url(await deflate(bytes));
}

/** The weights of a `w1` payload for `network`. Rejects with `syntax`. */
export async function decodeWeights(payload: string, network: Network): Promise<Weights> {
  const length = byteLength(network);
  const bytes = fromBase64url(payload);
  if (!bytes) throw damaged();
  const inflated = await inflate(bytes, length).catch(() => {
    throw damaged();
  });
  if (inflated?.length !== length) throw damaged();
  const view = new DataView(inflated.buffer);
  let offset = 0;
  const weights = new Map<string, readonly NamedWeight[]>();
  for (const layer of network.layers) {
    if (layer.weights.length === 0) continue;
    const tensors = layer.weights.map(({ name, shape }) => {
      const scale = view.getFloat32(offset, true);
      // The largest number has to fit into a 32-bit float too.
      if (!Number.isFinite(Math.fround(scale * 128))) throw damaged();
      offset += 4;
      const data = Float32Array.from({ length: sizeOf(shape) }, () => view.getInt8(offset++) * scale);
      return { name, shape, data };
    });
    weights.set(layer.name, tensors);
  }
  return weights;
}

function byteLength(network: Network): number {
  const specs = network.layers.flatMap((layer) => layer.weights);
  return specs.reduce((bytes, { shape }) => bytes + 4 + sizeOf(shape), 0);
}

function damaged(): KernelscopeError {
  return new KernelscopeError({ code: 'syntax', path: 'w1', reason: 'link-weights' });
}
