import type { timelineText as english } from '../../layers/timeline.ts';

export const timelineText: typeof english = {
  channels: (layer, count) => `${layer}, ${count} Kanäle`,
  channel: (layer, channel) => `${layer}, Kanal ${channel}`,
  brief: (channel) => `K. ${channel}`,
  past: 'noch nicht gesehen',
  places: (kernel, steps, count, words) =>
    `der Kernel umfasst ${kernel} von ${steps} ${words ? 'Wörtern' : 'Schritten'}: ${count} Stellen`,
  won: (step) => `Schritt ${step} gewann`,
  mean: (value) => `Mittelwert ${value}`,
  anywhere: {
    max: 'wo auch immer in der Zeit der größte Schritt liegt, die Zahl bleibt gleich',
    average: 'wo auch immer in der Zeit ein Merkmal liegt, sein Anteil am Mittelwert bleibt gleich',
  },
};
