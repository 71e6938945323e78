import {
  backend_util,
  Conv2D,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropFilterInputs,
  type KernelBackend,
  type NamedAttrMap,
  registerKernel,
  Slice,
  type TensorInfo,
  Transpose,
} from '@tensorflow/tfjs-core';
import { runKernel } from './run-kernel.ts';

/**
 * The gradient of a convolution by its kernel, which the wasm backend lacks, as a forward convolution with batch
 * and channels swapped:
 *
 *   dW[r, c, in, out] = sum over batch, y, x of input[batch, y * stride + r * dilation - before, …, in] * dy[batch, y, x, out]
 *
 * is the convolution of the input, read as `[in, row, col, batch]`, with dy, read as `[row, col, batch, out]`: what
 * was the stride becomes the dilation, and what was the dilation becomes the stride.
 */
function conv2dBackpropFilter(args: {
  inputs: Conv2DBackpropFilterInputs;
  attrs: Conv2DBackpropFilterAttrs;
  backend: KernelBackend;
}) {
  const x = args.inputs.x!;
  const dy = args.inputs.dy!;
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } = args.attrs;
  const format = backend_util.convertConv2DDataFormat(dataFormat);
  const info = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    format,
  );
  const run = (kernel: string, inputs: Record<string, TensorInfo>, attrs: NamedAttrMap) =>
    runKernel(args.backend, kernel, inputs, attrs);

  const { top, bottom, left, right } = info.padInfo;
  const swappedInput = run(Transpose, { x }, { perm: [3, 1, 2, 0] });
  const swappedFilter = run(Transpose, { x: dy }, { perm: [1, 2, 0, 3] });
  const convolved = run(
    Conv2D,
    { x: swappedInput, filter: swappedFilter },
    {
      strides: [1, 1],
      dilations: [info.strideHeight, info.strideWidth],
      pad: [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ],
      dataFormat: 'NHWC',
    },
  );
  // Input cells past the last window (`valid` with strides) give rows and columns past the kernel's.
  const cropped = run(
    Slice,
    { x: convolved },
    { begin: [0, 0, 0, 0], size: [info.inChannels, info.filterHeight, info.filterWidth, info.outChannels] },
  );
  const gradient = run(Transpose, { x: cropped }, { perm: [1, 2, 0, 3] });
  for (const intermediate of [swappedInput, swappedFilter, convolved, cropped]) {
    args.backend.disposeData(intermediate.dataId);
  }
  return gradient;
}

/** Teaches the wasm backend to train convolutions. Call once, when the backend is loaded. */
export function registerConv2dBackpropFilter(): void {
  registerKernel({
    kernelName: Conv2DBackpropFilter,
    backendName: 'wasm',
    kernelFunc: (args) => conv2dBackpropFilter(args as unknown as Parameters<typeof conv2dBackpropFilter>[0]),
  });
}
