import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

type Run = MathBackendWebGL['runWebGLProgram'];

/** Changes the code of one of tfjs's programs where it is wrong, before it is looked up or compiled. */
export type Mend = (
  program: Parameters<Run>[0],
  inputs: Parameters<Run>[1],
  backend: MathBackendWebGL,
) => void;
