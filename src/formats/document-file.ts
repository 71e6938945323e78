import { KernelscopeError } from '../base/errors.ts';
import type { ModelDocument } from '../model/document.ts';
import { minimise } from '../model/normalise.ts';
import type { Weights } from '../model/trace.ts';
import { fromBase64url, toBase64url } from './share-url/base64url.ts';

/** How the names of such files end. */
export const DOCUMENT_FILE = 'kernelscope.json';

/** Characters of a file that are looked at. */
const LONGEST = 256 * 1024 * 1024;

interface FiledTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** What a file holds, not yet checked: the gate and `setDocument` do that. */
export interface FiledDocument {
  readonly document: unknown;
  readonly weights: Readonly<Record<string, readonly FiledTensor[]>> | undefined;
}

/**
 * A document as a file: its short form as JSON; with weights `{document, weights}`, where `weights` are the tensors by
 * layer, their numbers as 32-bit floats, little endian, in base64url.
 */
export function writeDocumentFile(document: ModelDocument, weights?: Weights): string {
  const json = minimise(document);
  if (!weights) return `${JSON.stringify(json, null, 2)}\n`;
  const byLayer = [...weights].map(([layer, list]) => [
    layer,
    list.map(({ name, shape, data }) => ({
      name,
      shape,
      data: toBase64url(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
    })),
  ]);
  return `${JSON.stringify({ document: json, weights: Object.fromEntries(byLayer) }, null, 1)}\n`;
}

/** Reads what `writeDocumentFile` writes, or any JSON of a document. Throws `syntax` where it is none. */
export function readDocumentFile(text: string): FiledDocument {
  if (text.length > LONGEST) {
    throw new KernelscopeError({
      code: 'budget',
      expected: `at most ${LONGEST} characters`,
      received: String(text.length),
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged();
  }
  if (!isObject(json) || !('document' in json)) return { document: json, weights: undefined };
  return {
    document: json.document,
    weights: json.weights === undefined ? undefined : weightsOf(json.weights),
  };
}

function weightsOf(json: unknown): Record<string, FiledTensor[]> {
  if (!isObject(json)) throw damaged('weights');
  return Object.fromEntries(
    Object.entries(json).map(([layer, list]) => {
      if (!Array.isArray(list)) throw damaged(`weights.${layer}`);
      return [layer, list.map((tensor) => tensorOf(tensor, `weights.${layer}`))];
    }),
  );
}

function tensorOf(json: unknown, path: string): FiledTensor {
  const bytes = isObject(json) && typeof json.data === 'string' ? fromBase64url(json.data) : undefined;
  if (!isObject(json) || !bytes || bytes.length % 4 !== 0 || !Array.isArray(json.shape)) throw damaged(path);
  return { name: String(json.name), shape: json.shape, data: new Float32Array(bytes.slice().buffer) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(path = 'file'): KernelscopeError {
  return new KernelscopeError({ code: 'syntax', path });
}
