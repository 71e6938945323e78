/** How many of the training pictures are trained with, from the first on; the rest validate. As Keras rounds it. */
export function trainedOf(count: number, validationSplit: number): number {
  return Math.floor(count * (1 - validationSplit));
}
