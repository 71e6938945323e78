import type { About } from '../about.ts';

export const about: About = {
  id: 'reshape-and-permute',
  place: 7,
  minutes: 8,
  after: ['causal-and-dilated'],
  title: { en: 'Reshape is not Permute; TimeDistributed', de: 'Reshape ist nicht Permute; TimeDistributed' },
  summary: {
    en: 'Say where each number goes, keep steps and features whole, and see what it is worth on the weather.',
    de: 'Sagen, wohin jede Zahl kommt, Schritte und Merkmale ganz lassen und am Wetter sehen, was das wert ist.',
  },
};
