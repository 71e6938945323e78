/** Powers of ten at the ends of the bars: the same for all layers, runs and documents, so that bars can be compared. */
const LEAST_POWER = -6;
const MOST_POWER = 2;

/** How much of its bar a gradient's norm fills, 0 to 1, on a logarithmic scale. */
export function gradientShare(norm: number): number {
  if (!(norm > 0)) return 0;
  const share = (Math.log10(norm) - LEAST_POWER) / (MOST_POWER - LEAST_POWER);
  return Math.min(1, Math.max(0, share));
}
