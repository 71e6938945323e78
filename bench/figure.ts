/** One measured figure beside its limit. */
export interface Figure {
  readonly name: string;
  /** What was compared or measured, and how often. */
  readonly how: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: { readonly least: number } | { readonly most: number };
}

export function holds({ value, limit }: Figure): boolean {
  return 'least' in limit ? value >= limit.least : value <= limit.most;
}

/** The value that a share `q` (0 to 1) of the values lies at or below; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** A line for people: name, value, limit, whether it holds, and how it was measured. */
export function lineOf(figure: Figure): string {
  const { name, how, value, unit, limit } = figure;
  const [word, bound] = 'least' in limit ? ['at least', limit.least] : ['at most', limit.most];
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  const verdict = holds(figure) ? 'ok  ' : 'MISS';
  return `${verdict} ${name}: ${value.toFixed(digits)} ${unit} (${word} ${bound} ${unit})\n       ${how}`;
}
