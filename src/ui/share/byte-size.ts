import { formatFixed } from '../../scene/format.ts';

const STEP = 1000;

/** A length of a file as file managers write it: `3.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < STEP) return `${bytes} B`;
  return bytes < STEP ** 2 ? `${formatFixed(bytes / STEP, 1)} kB` : `${formatFixed(bytes / STEP ** 2, 1)} MB`;
}
