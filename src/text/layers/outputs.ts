/** Texts of the pictures of outputs. Figures come formatted. */
export const outputsText = {
  together: 'together 1: one answer',
  apart: 'each by itself: yes from 0.5 on',
  no: 'no',
  yes: 'yes',
  threshold: '0.5',
  truth: 'truth',
  truthOf: (value: string) => `truth ${value}`,
  lastValue: (value: string) => `last value ${value}`,
  mean: (value: string) => `mean ${value}`,
  off: (value: string) => `off by ${value}`,
  heads: (heads: string, classes: string) => `${heads} heads of ${classes} classes: each column adds up to 1`,
  column: 'each column adds up to 1',
  right: (right: string, heads: string) => `${right} of ${heads} heads right`,
};
