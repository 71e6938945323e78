import type { About } from '../about.ts';

export const about: About = {
  id: 'relu-and-pooling',
  place: 4,
  minutes: 8,
  after: ['sliding-window', 'channels-and-depth'],
  title: { en: 'ReLU and pooling', de: 'ReLU und Pooling' },
  summary: {
    en: 'Say what ReLU, pooling and softmax do to the numbers, and what each of them throws away.',
    de: 'Sagen, was ReLU, Pooling und Softmax mit den Zahlen machen und was sie jeweils wegwerfen.',
  },
};
