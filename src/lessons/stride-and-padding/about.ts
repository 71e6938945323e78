import type { About } from '../about.ts';

export const about: About = {
  id: 'stride-and-padding',
  place: 2,
  minutes: 8,
  after: ['sliding-window'],
  title: { en: 'Stride, padding, output size', de: 'Schrittweite, Padding, Ausgabegröße' },
  summary: {
    en: 'Say how large a feature map comes out, what padding and dilation change, and what they do not.',
    de: 'Sagen, wie groß eine Feature-Map wird, was Padding und Dilation ändern und was nicht.',
  },
};
