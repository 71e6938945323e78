/**
 * `kernelscope/model`: what follows from a document of a network, in plain arithmetic: shapes, windows, parameters,
 * multiply-adds, receptive fields, and how each number comes about. No DOM, no React, no TensorFlow.
 */
export { ERROR_CODES, type ErrorCode, KernelscopeError } from '../base/errors.ts';
export type { Shape, Tensor } from '../base/tensor.ts';
export type { Explanation, ExplanationTerm } from '../model/explain.ts';
export { LAYER_KINDS, type LayerKind } from '../model/layers/kinds.ts';
export type { SummaryRow } from '../model/summary.ts';
export type { NamedWeight } from '../model/trace.ts';
export {
  type AxisArguments,
  type AxisWindow,
  axisWindow,
  type Padding,
  type WindowTap,
  windowOutputs,
  windowTaps,
} from '../model/window.ts';
export {
  type ForwardPass,
  type GivenNumbers,
  type LayerWeights,
  type Model,
  type ModelLayer,
  readLink,
  readModel,
} from './read-model.ts';
