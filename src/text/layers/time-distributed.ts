/** Texts of a TimeDistributed layer's lens. Figures come formatted. */
export const timeDistributedText = {
  shared: (kind: string, slices: string) =>
    `the same ${kind}, one set of weights, at each of ${slices} slices`,
  bare: (kind: string, slices: string) => `the same ${kind}, without weights, at each of ${slices} slices`,
  slices: (first: string, last: string, of: string) => `slices ${first} to ${last} of ${of}`,
  weight: (name: string, shape: string) => `${name} ${shape}`,
  more: (count: string) => `and ${count} more`,
  opened: (slice: string, of: string) => `slice ${slice} of ${of}, on its own:`,
  once: (slices: string) => `, once for all ${slices} slices`,
};
