/** Texts of the pictures in which a window slides over time. Figures come formatted. */
export const timelineText = {
  channels: (layer: string, count: string) => `${layer}, ${count} channels`,
  channel: (layer: string, channel: number) => `${layer}, channel ${channel}`,
  brief: (channel: number) => `ch. ${channel}`,
  past: 'not seen yet',
  /** `the kernel, 2 of 9 words high, moves 8 times` */
  places: (kernel: string, steps: string, count: string, words: boolean) =>
    `the kernel spans ${kernel} of ${steps} ${words ? 'words' : 'steps'}: ${count} places`,
  won: (step: string) => `step ${step} won`,
  mean: (value: string) => `mean ${value}`,
  anywhere: {
    max: 'wherever in time the largest step is, the number stays the same',
    average: 'wherever in time a feature is, its part of the mean stays the same',
  },
};
