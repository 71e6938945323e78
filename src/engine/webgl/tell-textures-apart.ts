import { type MathBackendWebGL, webgl_util } from '@tensorflow/tfjs-backend-webgl';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Mend } from './mend.ts';

/** Rows and columns of the texture in which a program will find the tensor. */
function textureOf(backend: MathBackendWebGL, packed: boolean, { dataId, shape }: TensorInfo) {
  const held = backend.texData.get(dataId);
  const isPacked = held.isPacked === true;
  // What lies packed and is read unpacked, or the other way round, goes to a new texture first.
  if (held.texture && isPacked !== packed) return webgl_util.getTextureShapeFromLogicalShape(shape, packed);
  return held.texShape ?? webgl_util.getTextureShapeFromLogicalShape(held.shape, isPacked);
}

/**
 * Mends the key of tfjs's cache of programs under `WEBGL_USE_SHAPES_UNIFORMS`. A program reads a tensor of two axes
 * longer than 1 by row and column where its texture has these very rows and columns, else by number; a tensor lies in
 * another texture where it was reshaped, or where an axis is longer than a texture may be. The key tells the two cases
 * apart only for tensors without axes of 1: of others the program of another texture would be taken, and would read
 * wrong places. A comment in the code, which is part of the key, says what the key leaves out.
 */
export const tellTexturesApart: Mend = (program, inputs, backend) => {
  if (!program.enableShapeUniforms) return;
  const places = inputs.flatMap((input, place) => {
    const { newShape } = util.squeezeShape(input.shape);
    if (newShape.length !== 2 || newShape.length === input.shape.length) return [];
    const texture = textureOf(backend, program.packedInputs === true, input);
    return util.arraysEqual(newShape, texture) ? [place] : [];
  });
  if (places.length > 0) program.userCode += `\n// ${places.join(' ')}`;
};
