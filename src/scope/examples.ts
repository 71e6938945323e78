import { dense } from '../model/examples/dense.ts';
import { digits } from '../model/examples/digits.ts';
import { dilation } from '../model/examples/dilation.ts';
import { edges } from '../model/examples/edges.ts';
import { emoji } from '../model/examples/emoji.ts';
import type { Example } from '../model/examples/example.ts';
import { fashion } from '../model/examples/fashion.ts';
import { firstConvolution } from '../model/examples/first-convolution.ts';
import { pooling } from '../model/examples/pooling.ts';
import { strideAndPadding } from '../model/examples/stride-and-padding.ts';
import type { Scope } from './scope.ts';

/** One click away, in the order in which they are shown. */
export const EXAMPLES: readonly Example[] = [
  { id: 'digits', document: digits },
  firstConvolution,
  strideAndPadding,
  dilation,
  pooling,
  edges,
  dense,
  fashion,
  emoji,
];

/** Opens an example in one step: document, weights and probe. */
export function openExample(scope: Scope, { document, weights, probe }: Example): Promise<void> {
  return scope.setDocument(document, {
    ...(weights && { weights }),
    ...(probe && { input: { tensor: probe } }),
  });
}
