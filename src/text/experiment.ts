/** What the repetition of a training says. Functions get figures that are already formatted. */
export const experimentText = {
  title: 'Repeats with other seeds',
  repeat: (times: string) => `Repeat ${times} times`,
  stop: 'Stop',
  empty: 'Trains it anew from other seeds, to see how far the results lie apart.',
  busy: 'It trains: repeat it when that is done.',
  progress: (number: string, of: string) => `${number} of ${of} trains`,
  measured: (count: string, of: string) => `${count} of ${of}`,
  mean: (metric: string, mean: string, deviation: string) => `${metric} ${mean} ± ${deviation}`,
  score: (seed: string, metric: string, value: string) => `Seed ${seed}: ${metric} ${value}`,
  scores: 'Results on the test split, one dot a seed',
};
