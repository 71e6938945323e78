import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** How tfjs's program for the places of maxima takes the last of several largest cells. */
const LAST = 'if (value >= currMinMaxValue)';
const FIRST = 'if (minMaxValueFound == 0.0 || value > currMinMaxValue)';

/**
 * Of several largest cells in a window the gradient of a maximum belongs to the first, as in Keras and on the other
 * backends; tfjs's WebGL gives it to the last.
 */
export function takeFirstLargestCell(backend: MathBackendWebGL): void {
  const run = backend.runWebGLProgram.bind(backend);
  backend.runWebGLProgram = (program, ...rest) => {
    if (program.userCode.includes(LAST)) program.userCode = program.userCode.replace(LAST, FIRST);
    return run(program, ...rest);
  };
}
