import { cone15, cone125 } from '../model/examples/causal-cones.ts';
import { conv1dAndLstm } from '../model/examples/conv1d-and-lstm.ts';
import { dense } from '../model/examples/dense.ts';
import { digits } from '../model/examples/digits.ts';
import { dilation } from '../model/examples/dilation.ts';
import { edges } from '../model/examples/edges.ts';
import { emoji } from '../model/examples/emoji.ts';
import type { Example } from '../model/examples/example.ts';
import { fashion } from '../model/examples/fashion.ts';
import { firstConvolution } from '../model/examples/first-convolution.ts';
import { forecasters } from '../model/examples/forecasters.ts';
import { kernelDepth } from '../model/examples/kernel-depth.ts';
import { lstmParameters } from '../model/examples/lstm-parameters.ts';
import { nineWords } from '../model/examples/nine-words.ts';
import { pooling } from '../model/examples/pooling.ts';
import { reshapeAndPermute } from '../model/examples/reshape-and-permute.ts';
import { strideAndPadding } from '../model/examples/stride-and-padding.ts';
import { windows } from '../model/examples/windows.ts';
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
  nineWords,
  cone15,
  cone125,
  reshapeAndPermute,
  lstmParameters,
  conv1dAndLstm,
  ...windows,
  kernelDepth,
  ...forecasters,
];

/** Opens an example in one step: document, weights and probe. */
export function openExample(scope: Scope, { document, weights, probe }: Example): Promise<void> {
  return scope.setDocument(document, {
    ...(weights && { weights }),
    ...(probe && { input: { tensor: probe } }),
  });
}
