import { windowDimensions } from '../../../src/scene/kernel/window-dimensions.ts';
import { aspectPicture } from '../../../src/scene/lens/aspects.ts';
import type { LensPicture } from '../../../src/scene/lens/request.ts';
import type { Mark, Picture } from '../../../src/scene/marks.ts';
import { type Example, networkOf, noise, seven } from '../network-of.ts';

function framed({ picture, formula, params }: LensPicture): Picture {
  const { width, height } = picture;
  const lines = [formula, params].filter((parts) => parts.length > 0);
  const text = lines.map((parts, at): Mark => {
    const line = parts.map((part) => part.text).join('');
    return { type: 'text', x: 0, y: height + 24 + at * 18, text: line, size: 12, ink: 'ink' };
  });
  const border: Mark = { type: 'rect', x: 0, y: 0, width, height, stroke: 'line' };
  return { width, height: height + 16 + lines.length * 18, marks: [border, ...picture.marks, ...text] };
}

function filters(
  example: Example,
  layer: string,
  index: readonly number[],
  width = 760,
  height = 460,
): Picture {
  return framed(aspectPicture('filters', { ...example, layer, index, width, height })!);
}

let drawn: Example | undefined;

/** A hidden convolution of 64 filters over 32 maps; a small picture goes in, since the slow pass traces it. */
function hidden(): Example {
  drawn ??= networkOf(seven([12, 12, 1]), [
    ['Conv2D', { filters: 32, kernel_size: 3, padding: 'same', activation: 'relu' }],
    ['MaxPooling2D'],
    ['Conv2D', { filters: 64, kernel_size: 5, activation: 'relu' }],
  ]);
  return drawn;
}

/** A convolution's filters, and its window in other dimensions, by name. */
export const kernelPictures: Readonly<Record<string, () => Picture>> = {
  'kernel-depth': () => filters(hidden(), 'conv2d_1', [1, 0, 12]),
  'kernel-depth-phone': () => filters(hidden(), 'conv2d_1', [1, 0, 12], 358, 740),
  'kernel-depth-first': () => filters(hidden(), 'conv2d', [5, 5, 3]),
  'kernel-depth-1d': () =>
    filters(
      networkOf(noise([16, 9]), [['Conv1D', { filters: 24, kernel_size: 5, activation: 'relu' }]]),
      'conv1d',
      [4, 7],
    ),
  'window-7': () => windowDimensions({ kernel: 7, axes: 2, width: 720, height: 380 }),
  'window-3': () => windowDimensions({ kernel: 3, axes: 3, width: 720, height: 380 }),
  'window-7-phone': () => windowDimensions({ kernel: 7, axes: 1, width: 358, height: 520 }),
};
