import type { About } from '../about.ts';

export const about: About = {
  id: 'lstm-units',
  place: 8,
  minutes: 7,
  after: ['words-and-motion'],
  title: { en: 'LSTM: units are not time steps', de: 'LSTM: Units sind keine Zeitschritte' },
  summary: {
    en: 'Tell units from steps, count the parameters, and work out what one unit remembers.',
    de: 'Units und Schritte auseinanderhalten, die Parameter zählen und ausrechnen, was sich eine Unit merkt.',
  },
};
