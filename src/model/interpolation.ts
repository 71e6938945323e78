/** Keras's ways to find numbers between the cells of a map, by the name of the argument. */
export const INTERPOLATIONS = ['nearest', 'bilinear', 'bicubic', 'lanczos3', 'lanczos5'] as const;

export type Interpolation = (typeof INTERPOLATIONS)[number];

/** How much of a cell goes into a point at this distance from its middle; nothing from `radius` on. */
interface Kernel {
  readonly radius: number;
  weight(distance: number): number;
}

/** Windowed sinc (Turkowski 1990). */
function lanczos(radius: number): Kernel {
  return {
    radius,
    weight(distance) {
      const at = Math.PI * distance;
      return distance < 1e-3 ? 1 : (radius * Math.sin(at) * Math.sin(at / radius)) / (at * at);
    },
  };
}

const KERNELS: Readonly<Record<Interpolation, Kernel>> = {
  nearest: { radius: 0.5, weight: () => 1 },
  bilinear: { radius: 1, weight: (distance) => 1 - distance },
  // Cubic convolution with a = -1/2 (Keys 1981).
  bicubic: {
    radius: 2,
    weight: (x) => (x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2),
  },
  lanczos3: lanczos(3),
  lanczos5: lanczos(5),
};

/** The first and the last output cell that has a part of the first input cell, where each becomes `factor` cells. */
export function reachOf(interpolation: Interpolation, factor: number): readonly [number, number] {
  const { radius } = KERNELS[interpolation];
  return [Math.floor(factor * (0.5 - radius) - 0.5) + 1, Math.ceil(factor * (0.5 + radius) - 0.5) - 1];
}

/** What part of each of the input's `cells` is in output cell `output`; they add up to 1. */
export function partsOf(
  interpolation: Interpolation,
  factor: number,
  output: number,
  cells: readonly number[],
): number[] {
  const { radius, weight } = KERNELS[interpolation];
  const middle = (output + 0.5) / factor - 0.5;
  const weights = cells.map((cell) => {
    const distance = Math.abs(middle - cell);
    return distance < radius ? weight(distance) : 0;
  });
  const sum = weights.reduce((total, part) => total + part, 0);
  return weights.map((part) => part / sum);
}
