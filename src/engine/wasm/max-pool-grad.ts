import {
  backend_util,
  type KernelBackend,
  MaxPoolGrad,
  type MaxPoolGradAttrs,
  type MaxPoolGradInputs,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/** What this kernel uses of the wasm backend. */
interface WasmBackend extends KernelBackend {
  makeOutput(shape: number[], dtype: 'float32'): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
}

/**
 * The gradient of max pooling by its input: each window's goes to its largest cell, to the first one where there are
 * several. The wasm backend's own is wrong where a window holds negative numbers only.
 */
function maxPoolGrad(args: {
  inputs: MaxPoolGradInputs;
  attrs: MaxPoolGradAttrs;
  backend: WasmBackend;
}): TensorInfo {
  const { inputs, attrs, backend } = args;
  const [input, dy] = [inputs.input!, inputs.dy!];
  const info = backend_util.computePool2DInfo(
    input.shape as [number, number, number, number],
    attrs.filterSize,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  );
  const dx = backend.makeOutput(input.shape, 'float32');
  // Only now: making the output may have moved the heap.
  const [x, gradient, sums] = [input, dy, dx].map((tensor) => backend.typedArrayFromHeap(tensor)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  sums.fill(0);
  const { inHeight, inWidth, inChannels, outHeight, outWidth, strideHeight, strideWidth } = info;
  const { filterHeight, filterWidth, padInfo } = info;
  let output = 0;
  for (let batch = 0; batch < info.batchSize; batch++) {
    for (let row = 0; row < outHeight; row++) {
      const top = Math.max(row * strideHeight - padInfo.top, 0);
      const bottom = Math.min(row * strideHeight - padInfo.top + filterHeight, inHeight);
      for (let col = 0; col < outWidth; col++) {
        const left = Math.max(col * strideWidth - padInfo.left, 0);
        const right = Math.min(col * strideWidth - padInfo.left + filterWidth, inWidth);
        for (let channel = 0; channel < inChannels; channel++, output++) {
          let largest = -1;
          for (let y = top; y < bottom; y++) {
            for (let x0 = left; x0 < right; x0++) {
              const cell = ((batch * inHeight + y) * inWidth + x0) * inChannels + channel;
              if (largest < 0 || x[cell]! > x[largest]!) largest = cell;
            }
          }
          sums[largest]! += gradient[output]!;
        }
      }
    }
  }
  return dx;
}

/** Mends the gradient of max pooling on the wasm backend. Call once, when the backend is loaded. */
export function registerMaxPoolGrad(): void {
  unregisterKernel(MaxPoolGrad, 'wasm');
  registerKernel({
    kernelName: MaxPoolGrad,
    backendName: 'wasm',
    kernelFunc: (args) => maxPoolGrad(args as unknown as Parameters<typeof maxPoolGrad>[0]),
  });
}
