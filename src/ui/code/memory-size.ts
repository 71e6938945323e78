import { formatFixed } from '../../scene/format.ts';

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** What so many 32-bit numbers take up, as Keras's `summary` writes it: two decimals, steps of 1,024. */
export function memorySize(numbers: number): string {
  let size = numbers * 4;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${formatFixed(size)} ${UNITS[unit]}`;
}
