import type { About } from '../about.ts';

export const about: About = {
  id: 'words-and-motion',
  place: 5,
  minutes: 7,
  after: ['sliding-window', 'channels-and-depth'],
  title: { en: 'One dimension: words and motion', de: 'Eine Dimension: Wörter und Bewegung' },
  summary: {
    en: 'Say what a kernel sees that slides in time, and why it finds a word or a gesture wherever it comes.',
    de: 'Sagen, was ein Kernel sieht, der in der Zeit gleitet, und warum er ein Wort oder eine Geste findet, wann immer sie kommen.',
  },
};
