/** Texts of a Flatten layer's lens. */
export const flattenText = {
  from: (row: number, col: number, channel: number) => `row ${row}, column ${col}, channel ${channel}`,
  to: (position: string) => `position ${position}`,
};
