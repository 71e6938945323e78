import type { Example } from './example.ts';

/** One filter whose window is seven cells long in so many dimensions: 7, 49 or 343 weights. */
function windowOf(dimensions: 1 | 2 | 3, size: number): Example {
  const class_name = `Conv${dimensions}D`;
  const name = class_name.toLowerCase();
  const index = new Array<number>(dimensions + 1).fill(0);
  return {
    id: `window-${7 ** dimensions}`,
    document: {
      kernelscope: 1,
      title: `A window of 7 in ${dimensions}D: ${7 ** dimensions} weights`,
      seed: 1,
      dataset: { name: 'mnist' },
      model: {
        input_shape: [...new Array<number>(dimensions).fill(size), 1],
        layers: [{ class_name, config: { name, filters: 1, kernel_size: new Array(dimensions).fill(7) } }],
      },
      view: { focus: { layer: name, index }, aspect: 'window' },
    },
  };
}

/** The same idea in one, two and three dimensions. */
export const windows: readonly Example[] = [windowOf(1, 28), windowOf(2, 28), windowOf(3, 12)];
