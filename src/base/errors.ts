/**
 * What can go wrong, as codes. The sentence for people is made from these in `text/`, so that the core
 * stays free of prose. Codes are public (docs/api.md): add, never rename.
 */
export const ERROR_CODES = [
  'syntax', // not JSON, or a damaged link
  'version', // a document of a schema version we do not know
  'type', // a value of the wrong type
  'range', // a value of the right type outside what is allowed
  'unknown-key',
  'missing-key',
  'unknown-layer', // class_name that does not exist here
  'duplicate-name',
  'shape', // a layer that cannot take its input's shape
  'unsupported', // what Keras refuses too, or what is not here yet
  'budget', // too many parameters, activations, multiply-adds, layers or bytes
  'dataset-shape', // the data set does not fit the model
  'not-compiled', // training without a loss
  'not-found', // no such layer, weight, split, index or event
  'not-finite', // training met NaN or Infinity
  'busy', // the call cannot be served during a run
  'backend', // no such backend, or it could not start
  'engine', // the worker crashed or the GPU context was lost
  'network', // a file of the site could not be loaded
  'too-long', // a link that would exceed its limit
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Where (`layers[2].config.strides`), what was expected and what came; all that a sentence needs. */
export interface ErrorDetail {
  readonly code: ErrorCode;
  readonly path?: string | undefined;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
  /** Chooses a more exact sentence in `text/errors.ts` where the code alone is too coarse. */
  readonly reason?: string | undefined;
}

/** The one error type that crosses module borders. `message` is terse; `text/errors.ts` makes the sentence. */
export class KernelscopeError extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly expected: string | undefined;
  readonly received: string | undefined;
  readonly reason: string | undefined;

  constructor(detail: ErrorDetail) {
    const place = detail.path ? `${detail.path}: ` : '';
    const expected = detail.expected === undefined ? detail.code : `expected ${detail.expected}`;
    const received = detail.received === undefined ? '' : `, received ${detail.received}`;
    super(place + expected + received);
    this.name = 'KernelscopeError';
    this.code = detail.code;
    this.path = detail.path;
    this.expected = detail.expected;
    this.received = detail.received;
    this.reason = detail.reason;
  }
}
