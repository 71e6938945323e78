import type { About } from '../about.ts';

export const about: About = {
  id: 'channels-and-depth',
  place: 3,
  minutes: 8,
  after: ['sliding-window'],
  title: { en: 'Channels and kernel depth', de: 'Kanäle und die Tiefe der Kernel' },
  summary: {
    en: 'Count maps, kernels and parameters of stacked layers, and say how much of the picture a cell sees.',
    de: 'Feature-Maps, Kernel und Parameter gestapelter Schichten zählen und sagen, wie viel vom Bild eine Zelle sieht.',
  },
};
