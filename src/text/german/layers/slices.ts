import type { sliceText as english } from '../../layers/slices.ts';

export const sliceText: typeof english = {
  strip: (layer, slices, channel) =>
    `${layer}, ${slices} Scheiben${channel === undefined ? '' : `, Kanal ${channel}`}`,
  shown: (slice, count) => `Scheibe ${slice} von ${count}`,
};
