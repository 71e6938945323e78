import type { CSSProperties } from 'react';
import { formatNumber } from '../../scene/format.ts';

/** Share of the strongest colour that still leaves black and white figures readable on it. */
const STRONGEST = 42;

export function cellText(value: number | string | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** The largest of the numbers, without their signs. */
export function largest(values: readonly (number | string)[]): number {
  return values.reduce<number>((most, v) => (typeof v === 'number' ? Math.max(most, Math.abs(v)) : most), 0);
}

/** Tinted by sign and size, as on the stage. */
export function cellLook(value: number | string | undefined, most: number): CSSProperties | undefined {
  if (typeof value !== 'number' || value === 0 || most === 0) return undefined;
  const share = Math.round((STRONGEST * Math.abs(value)) / most);
  const color = value > 0 ? '--positive' : '--negative';
  return { background: `color-mix(in srgb, var(${color}) ${share}%, var(--raised))` };
}
