import type { About } from '../about.ts';

export const about: About = {
  id: 'sliding-window',
  place: 1,
  minutes: 7,
  after: [],
  title: { en: 'What a kernel does', de: 'Was ein Kernel macht' },
  summary: {
    en: 'Work out any number of a feature map, and choose a kernel that finds the edges of your own picture.',
    de: 'Jede Zahl einer Feature-Map ausrechnen und einen Kernel wählen, der die Kanten im eigenen Bild findet.',
  },
};
