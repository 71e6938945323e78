/** Texts of a Dropout layer's lens. Figures come formatted. */
export const dropoutText = {
  now: 'now: passes on unchanged',
  kept: (share: string, factor: string) => `training keeps ${share}: times ${factor}`,
  dropped: (share: string) => `training drops ${share}: zero`,
};
