import * as tf from '@tensorflow/tfjs-core';
import { spread } from '../spread.ts';

interface Arguments {
  readonly inputs: tf.Conv2DBackpropInputInputs;
  readonly attrs: tf.Conv2DBackpropInputAttrs;
}

/**
 * The gradient of a convolution by its input: the convolution of dy, its cells as far apart as the strides and padded
 * in full, with the kernel turned by half a turn and its channels swapped.
 */
function gradient({ inputs, attrs }: Arguments): tf.Tensor4D {
  const dy = inputs.dy as tf.Tensor4D;
  const filter = inputs.filter as tf.Tensor4D;
  const { inputShape, strides, pad, dimRoundingMode } = attrs;
  const format = tf.backend_util.convertConv2DDataFormat(attrs.dataFormat);
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filter.shape,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    format,
  );
  const { strideHeight, strideWidth, outHeight, outWidth, inHeight, inWidth, padInfo } = info;
  const { top, left } = padInfo;
  const rows = Math.min(outHeight * strideHeight, inHeight + top);
  const cols = Math.min(outWidth * strideWidth, inWidth + left);
  return tf.tidy(() => {
    const apart = spread(dy, [strideHeight, strideWidth], [rows, cols]);
    const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
    return tf.conv2d(apart, turned, 1, [
      [0, 0],
      [info.filterHeight - 1 - top, inHeight + top - rows],
      [info.filterWidth - 1 - left, inWidth + left - cols],
      [0, 0],
    ]);
  });
}

/** The wasm backend's own is a plain loop; as a convolution XNNPACK does it several times faster. */
export function registerConv2dBackpropInput(): void {
  const plain = tf.getKernel(tf.Conv2DBackpropInput, 'wasm');
  tf.unregisterKernel(tf.Conv2DBackpropInput, 'wasm');
  tf.registerKernel({
    ...plain,
    kernelFunc: (args) => gradient(args as unknown as Arguments),
  });
}
