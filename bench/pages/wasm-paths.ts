/** The wasm backend's binaries: of all that it may ask for, the one with SIMD. */
export function wasmPathsOf(wasmUrl: string) {
  return {
    'tfjs-backend-wasm.wasm': wasmUrl,
    'tfjs-backend-wasm-simd.wasm': wasmUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmUrl,
  };
}
