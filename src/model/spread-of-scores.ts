type Figures = Readonly<Record<string, number>>;

/** Mean of each figure, and its standard deviation over all values (divided by their number, as NumPy's `std` does). */
export function spreadOf(scores: readonly Figures[]): {
  readonly mean: Figures;
  readonly standard_deviation: Figures;
} {
  const names = Object.keys(scores[0] ?? {}).filter((name) => name !== 'seed');
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = names.map((name) => {
    const values = scores.map((score) => score[name]!);
    const mean = meanOf(values);
    return { name, mean, deviation: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
  });
  return {
    mean: Object.fromEntries(spread.map(({ name, mean }) => [name, mean])),
    standard_deviation: Object.fromEntries(spread.map(({ name, deviation }) => [name, deviation])),
  };
}
