import type { experimentText as english } from '../experiment.ts';

export const experimentText: typeof english = {
  title: 'Wiederholungen mit anderen Seeds',
  repeat: (times) => `${times}-mal wiederholen`,
  stop: 'Stopp',
  empty: 'Trainiert noch einmal mit anderen Seeds, um zu sehen, wie weit die Ergebnisse auseinanderliegen.',
  busy: 'Gerade läuft ein Training: Wiederhole es, wenn es fertig ist.',
  progress: (number, of) => `${number} von ${of} läuft`,
  measured: (count, of) => `${count} von ${of}`,
  mean: (metric, mean, deviation) => `${metric} ${mean} ± ${deviation}`,
  score: (seed, metric, value) => `Seed ${seed}: ${metric} ${value}`,
  scores: 'Ergebnisse auf den Testdaten, ein Punkt je Seed',
};
