import type { About } from '../about.ts';

export const about: About = {
  id: 'causal-and-dilated',
  place: 6,
  minutes: 8,
  after: ['stride-and-padding', 'words-and-motion'],
  title: {
    en: 'Causal and dilated: seeing ten steps back',
    de: 'Kausal und dilatiert: zehn Schritte zurück sehen',
  },
  summary: {
    en: 'Say which steps a causal stack sees, and choose kernels and dilations that see as far back as you need.',
    de: 'Sagen, welche Schritte ein kausaler Stapel sieht, und Kernel und Dilationen wählen, die so weit zurückreichen wie nötig.',
  },
};
