import {
  backend_util,
  Conv2D,
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  type Conv2DBackpropInputInputs,
  getKernel,
  type KernelBackend,
  Reverse,
  registerKernel,
  Transpose,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { runKernel } from './run-kernel.ts';

type Arguments = {
  inputs: Conv2DBackpropInputInputs;
  attrs: Conv2DBackpropInputAttrs;
  backend: KernelBackend;
};

/**
 * The gradient of a convolution by its input. The wasm backend's own is a plain loop; without strides it is the
 * convolution of dy, padded in full, with the kernel turned by half a turn and its channels swapped, which XNNPACK
 * does several times faster.
 */
export function registerConv2dBackpropInput(): void {
  const plain = getKernel(Conv2DBackpropInput, 'wasm');

  function gradient({ inputs, attrs, backend }: Arguments) {
    const dy = inputs.dy!;
    const filter = inputs.filter!;
    const format = backend_util.convertConv2DDataFormat(attrs.dataFormat);
    const shape = filter.shape as [number, number, number, number];
    const info = backend_util.computeConv2DInfo(
      attrs.inputShape,
      shape,
      attrs.strides,
      1,
      attrs.pad,
      attrs.dimRoundingMode,
      false,
      format,
    );
    if (info.strideHeight > 1 || info.strideWidth > 1) {
      return plain.kernelFunc({ inputs: { dy, filter }, attrs: { ...attrs }, backend });
    }
    const { top, bottom, left, right } = info.padInfo;
    const [rows, cols] = [info.filterHeight - 1, info.filterWidth - 1];
    const reversed = runKernel(backend, Reverse, { x: filter }, { dims: [0, 1] });
    const turned = runKernel(backend, Transpose, { x: reversed }, { perm: [0, 1, 3, 2] });
    const pad = [
      [0, 0],
      [rows - top, rows - bottom],
      [cols - left, cols - right],
      [0, 0],
    ];
    const attributes = { strides: [1, 1], dilations: [1, 1], pad, dataFormat: 'NHWC' };
    const byInput = runKernel(backend, Conv2D, { x: dy, filter: turned }, attributes);
    backend.disposeData(reversed.dataId);
    backend.disposeData(turned.dataId);
    return byInput;
  }

  unregisterKernel(Conv2DBackpropInput, 'wasm');
  registerKernel({
    ...plain,
    kernelFunc: (args) => gradient(args as unknown as Arguments),
  });
}
