import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { env } from '@tensorflow/tfjs-core';

/**
 * Mends tfjs's cache of WebGL programs under `WEBGL_USE_SHAPES_UNIFORMS`: a tensor with an axis longer than the largest
 * texture (8,192 in software) lies in it wrapped, the code of its program depends on how, and the program's key does
 * not. Another tensor's program would be taken, and would read and write wrong places. A comment in the code, which is
 * part of the key, gives such shapes programs of their own.
 */
export function tellLargeShapesApart(backend: MathBackendWebGL): void {
  const longest = env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  const run = backend.runWebGLProgram.bind(backend);
  backend.runWebGLProgram = (program, inputs, ...rest) => {
    const shapes = [program.outputShape, ...inputs.map(({ shape }) => shape)];
    if (shapes.some((shape) => shape.some((size) => size > longest)))
      program.userCode += `\n// ${shapes.join(' | ')}`;
    return run(program, inputs, ...rest);
  };
}
