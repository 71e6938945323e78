/** Texts of volumes. Figures come formatted. */
export const sliceText = {
  strip: (layer: string, slices: string, channel: string | undefined) =>
    `${layer}, ${slices} slices${channel === undefined ? '' : `, channel ${channel}`}`,
  shown: (slice: string, count: string) => `slice ${slice} of ${count}`,
};
