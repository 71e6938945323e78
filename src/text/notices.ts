import { page } from './page.ts';

/** What the page says of its own accord. */
export const notices = {
  linkRefused: 'The link could not be opened, so this is the default document.',
  editPaused: 'The run was paused, because the model changed. Layers that are unchanged keep their weights.',
  linkedWeights: 'The weights came with the link, rounded to 8 bits a tensor.',
  missingData: (file: string) =>
    `The data of this document, ${file}, are not in this browser: open the file again to train. Until then the input is noise.`,
  recovered(cause: 'context' | 'worker', backend: keyof typeof page.backend.names): string {
    const lost = cause === 'context' ? 'The GPU was lost' : 'The engine stopped unexpectedly';
    return `${lost}. It was started again on ${page.backend.names[backend]} with the last weights; the history is kept.`;
  },
};
