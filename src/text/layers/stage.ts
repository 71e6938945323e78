/** Texts of the stage. Figures come formatted. */
export const stageText = {
  more: (count: string) => `+${count}`,
  slices: (shown: number, count: string) => `kernels: ${shown} of ${count} slices`,
};
