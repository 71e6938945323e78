import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { firstLargestCell } from './first-largest-cell.ts';
import type { Mend } from './mend.ts';
import { tellTexturesApart } from './tell-textures-apart.ts';

const MENDS: readonly Mend[] = [tellTexturesApart, firstLargestCell];

/** tfjs's WebGL backend on a context of its own, its programs mended. Loaded only where it is used. */
export function createWebglBackend(): MathBackendWebGL {
  const backend = new MathBackendWebGL();
  const run = backend.runWebGLProgram.bind(backend);
  backend.runWebGLProgram = (program, inputs, ...rest) => {
    for (const mend of MENDS) mend(program, inputs, backend);
    return run(program, inputs, ...rest);
  };
  return backend;
}
