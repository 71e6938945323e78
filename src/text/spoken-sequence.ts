/** What is read aloud of a cell of a layer over time. Figures come formatted. */
export const spokenSequence = {
  steps: (first: string, last: string, source: string) =>
    first === last ? `Step ${first} of ${source}.` : `Steps ${first} to ${last} of ${source}.`,
  words: (words: string) => `The words: ${words}.`,
  padding: (count: string, all: string) => `${count} of ${all} on padding.`,
  gaps: (rate: string) => `Every ${rate} steps one.`,
  causal: 'No later step is seen.',
  won: (step: string, word: string | undefined) =>
    word ? `Step ${step}, “${word}”, is the largest.` : `Step ${step} is the largest.`,
  lookedUp: (word: string, number: string) => `The word “${word}” is number ${number}: its row of the table.`,
  shared: 'The same weights at every step.',
  number: (number: string) => `Number ${number}: its row of the table.`,
};
