import { getKernel, type KernelBackend, type NamedAttrMap, type TensorInfo } from '@tensorflow/tfjs-core';

/** Runs a kernel of the wasm backend within another. Who calls it disposes of what it gives. */
export function runKernel(
  backend: KernelBackend,
  kernel: string,
  inputs: Record<string, TensorInfo>,
  attrs: NamedAttrMap,
): TensorInfo {
  return getKernel(kernel, 'wasm').kernelFunc({ inputs, attrs, backend }) as TensorInfo;
}
