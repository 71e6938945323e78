import { KernelscopeError } from '../../base/errors.ts';
import type { ModelDocument } from '../../model/document.ts';
import { admit } from '../../model/gate.ts';
import type { Network } from '../../model/network.ts';
import type { Weights } from '../../model/trace.ts';
import { decodeDocument, encodeDocument } from './document-codec.ts';
import { lengthen } from './lengthen.ts';
import { shorten } from './shorten.ts';
import { decodeWeights, encodeWeights } from './weights-codec.ts';

/** Characters of a link, its page included, beyond which a link with weights is refused. */
const LIMIT = 8000;

/** Characters of a fragment that are looked at at all. */
const LONGEST_FRAGMENT = 100_000;

export interface LinkedDocument {
  readonly document: ModelDocument;
  readonly network: Network;
  /** As quantised to 8 bits a tensor. */
  readonly weights: Weights | undefined;
}

/** `<page>#k1=<document>[&w1=<weights>]`; `page` is the address without a fragment. Rejects with `too-long`. */
export async function encodeLink(
  page: string,
  document: ModelDocument,
  weights?: { readonly network: Network; readonly tensors: Weights },
): Promise<string> {
  const link = `${page}#k1=${await encodeDocument(shorten(document))}`;
  if (!weights) return link;
  const long = `${link}&w1=${await encodeWeights(weights.network, weights.tensors)}`;
  if (long.length <= LIMIT) return long;
  throw new KernelscopeError({
    code: 'too-long',
    expected: `at most ${LIMIT} characters`,
    received: String(long.length),
    reason: 'link-with-weights',
  });
}

/**
 * The document of an address's fragment (`#k1=…`), past the gate; undefined where the fragment holds none.
 * Rejects with a KernelscopeError whatever the fragment is.
 */
export async function decodeLink(fragment: string): Promise<LinkedDocument | undefined> {
  if (fragment.length > LONGEST_FRAGMENT) {
    throw new KernelscopeError({
      code: 'budget',
      path: 'link',
      expected: `at most ${LONGEST_FRAGMENT} characters`,
      received: String(fragment.length),
      reason: 'link-length',
    });
  }
  const parts = new Map(
    fragment
      .replace(/^#/, '')
      .split('&')
      .map((part) => splitAt(part, part.indexOf('='))),
  );
  const payload = parts.get('k1');
  if (payload === undefined) return undefined;
  const { document, network } = admit(lengthen(await decodeDocument(payload)));
  const weights = parts.get('w1');
  return {
    document,
    network,
    weights: weights === undefined ? undefined : await decodeWeights(weights, network),
  };
}

function splitAt(part: string, at: number): [key: string, value: string] {
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}
