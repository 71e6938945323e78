import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base.js';
import * as tf from '@tensorflow/tfjs-core';
// The package itself registers no gradients.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { KernelscopeError } from '../base/errors.ts';
import type { BackendCandidate, BackendChoice, BackendName } from './engine.ts';
import { probeGpu } from './gpu.ts';
import './wasm/kernels.ts';
import { registerConv2dBackpropFilter } from './wasm/conv2d-backprop-filter.ts';
import { registerConv2dBackpropInput } from './wasm/conv2d-backprop-input.ts';
import { registerMaxPoolGrad } from './wasm/max-pool-grad.ts';

/** Where the wasm binaries are: a folder, or an address for each. Only the one that fits is fetched. */
export type WasmPaths = Parameters<typeof setWasmPaths>[0];

/** The reason of what a read throws that was waiting when the GPU context went away. */
const CONTEXT_LOST = 'context-lost';

export function isContextLost(error: unknown): boolean {
  return error instanceof KernelscopeError && error.reason === CONTEXT_LOST;
}

/** The parts of tfjs's WebGL backend that are needed and that its type does not name. */
interface WebglInternals {
  floatPrecisionValue: 16 | 32;
  readonly gpgpu: { readonly gl: WebGL2RenderingContext };
}

/** The one owner of tfjs's global backend. Nothing else calls `tf.setBackend`. */
export interface Backends {
  readonly choice: BackendChoice;
  /** Starts on wasm, or on cpu where wasm cannot start. */
  start(): Promise<void>;
  /**
   * Makes `name` the backend; tensors of the old one must be gone or be read no more.
   * @throws KernelscopeError `backend` where it cannot start; the old one then goes on.
   */
  use(name: BackendName, reason: string): Promise<void>;
  /** What kind of WebGL there is; cheap, asked once. Puts it among the candidates. */
  gpu(): 'none' | 'software' | 'hardware';
  /** Records what a candidate's measurement gave. */
  note(candidate: BackendCandidate): void;
  /** Says why the backend in use is the right one. */
  explain(reason: string): void;
  /**
   * Values of the tensors, copied, with one readback where a readback is dear.
   * @throws KernelscopeError `engine`, reason `context-lost`, where the GPU context goes away meanwhile.
   */
  read(tensors: readonly tf.Tensor[]): Promise<Float32Array[]>;
  /** Called when the GPU context of the backend in use is lost. */
  onLost(listener: () => void): void;
  /** Whether the GPU context of the backend in use is lost and not replaced yet. */
  readonly contextLost: boolean;
}

const CANDIDATES: readonly BackendName[] = ['webgl', 'wasm', 'cpu'];

export function createBackends(wasmPaths: WasmPaths): Backends {
  const notes = new Map<BackendName, BackendCandidate>();
  let current: BackendName = 'cpu';
  let reason = 'no-wasm';
  let gpuKind: ReturnType<typeof probeGpu> | undefined;
  let lost: Promise<never> | undefined;
  let lostListener: () => void = () => {};
  let isLost = false;

  function contextLost(): KernelscopeError {
    return new KernelscopeError({ code: 'engine', reason: CONTEXT_LOST });
  }

  function gpu() {
    if (gpuKind === undefined) {
      gpuKind = probeGpu();
      if (gpuKind === 'none') notes.set('webgl', { name: 'webgl', available: false, note: 'no-webgl' });
      else if (gpuKind === 'software') {
        notes.set('webgl', { name: 'webgl', available: true, software: true, note: 'software' });
      } else notes.set('webgl', { name: 'webgl', available: true, software: false });
    }
    return gpuKind;
  }

  function watchContext(): void {
    isLost = false;
    const { gl } = (tf.backend() as unknown as WebglInternals).gpgpu;
    lost = new Promise((_, reject) => {
      gl.canvas.addEventListener(
        'webglcontextlost',
        () => {
          // One that was given up for another backend does not matter any more.
          if (current !== 'webgl' || gl !== (tf.backend() as unknown as WebglInternals).gpgpu?.gl) return;
          isLost = true;
          reject(contextLost());
          lostListener();
        },
        { once: true },
      );
    });
    lost.catch(() => {});
  }

  const loaders: Record<BackendName, () => Promise<boolean>> = {
    async webgl() {
      const kind = gpu();
      if (kind === 'none') return false;
      const { createWebglBackend } = await import('./webgl/create-backend.ts');
      tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
      tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
      // Packed textures pay on a GPU; in software they only make the first step slower.
      tf.env().set('WEBGL_PACK', kind === 'hardware');
      // A context that was lost leaves a dead backend behind, so each start makes a new one.
      if (tf.findBackendFactory('webgl')) tf.removeBackend('webgl');
      tf.registerBackend('webgl', createWebglBackend, 2);
      if (!(await tf.setBackend('webgl')) || tf.getBackend() !== 'webgl') return false;
      // tfjs has the two precisions the wrong way round, which would clip at 1e-4.
      const internals = tf.backend() as unknown as WebglInternals;
      internals.floatPrecisionValue = tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') ? 32 : 16;
      watchContext();
      return true;
    },
    async wasm() {
      return (await tf.setBackend('wasm')) && tf.getBackend() === 'wasm';
    },
    async cpu() {
      await import('@tensorflow/tfjs-backend-cpu');
      return (await tf.setBackend('cpu')) && tf.getBackend() === 'cpu';
    },
  };

  async function load(name: BackendName): Promise<boolean> {
    const started = await loaders[name]().catch(() => false);
    const known = notes.get(name);
    notes.set(
      name,
      started
        ? { ...known, name, available: true }
        : { ...known, name, available: false, note: known?.note ?? 'failed' },
    );
    return started;
  }

  return {
    get choice() {
      const candidates = CANDIDATES.map((name) => notes.get(name) ?? { name, available: true });
      return { name: current, reason, candidates };
    },
    async start() {
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      setWasmPaths(wasmPaths);
      if (await load('wasm')) {
        current = 'wasm';
        reason = 'starting';
      } else {
        await load('cpu');
      }
    },
    async use(name, why) {
      if (!CANDIDATES.includes(name)) {
        throw new KernelscopeError({
          code: 'backend',
          path: 'backend',
          expected: CANDIDATES.join(', '),
          received: String(name),
        });
      }
      if (!(await load(name))) {
        await loaders[current]();
        throw new KernelscopeError({
          code: 'backend',
          path: 'backend',
          received: name,
          reason: notes.get(name)?.note,
        });
      }
      // Only one GPU context is kept: what was allocated and compiled in it never shrinks otherwise.
      if (current === 'webgl' && name !== 'webgl') tf.removeBackend('webgl');
      if (name !== 'webgl') isLost = false;
      current = name;
      reason = why;
    },
    gpu,
    note: (candidate) => notes.set(candidate.name, candidate),
    explain: (why) => {
      reason = why;
    },
    async read(tensors) {
      if (current === 'wasm') return tensors.map((tensor) => tensor.dataSync<'float32'>());
      if (current === 'cpu') return tensors.map((tensor) => tensor.dataSync<'float32'>().slice());
      if (tensors.length === 0) return [];
      const joined = tf.tidy(() =>
        tf.concat1d(tensors.map((tensor) => tf.reshape(tf.cast(tensor, 'float32'), [-1]) as tf.Tensor1D)),
      );
      try {
        const data = (await Promise.race([joined.data<'float32'>(), lost!])) as Float32Array;
        let start = 0;
        return tensors.map((tensor) => {
          start += tensor.size;
          return data.slice(start - tensor.size, start);
        });
      } finally {
        joined.dispose();
      }
    },
    get contextLost() {
      return isLost;
    },
    onLost(listener) {
      lostListener = listener;
    },
  };
}

registerConv2dBackpropFilter();
registerConv2dBackpropInput();
registerMaxPoolGrad();
