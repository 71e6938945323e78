import type { notebookText as english } from '../notebook.ts';

export const notebookText: typeof english = {
  untitled: 'Ohne Titel',
  needs: 'Braucht Keras 3 mit TensorFlow, JAX oder PyTorch: `pip install keras jax`.',
  headings: {
    setup: undefined,
    data: 'Daten',
    model: 'Modell',
    summary: undefined,
    compile: 'Training',
    training: undefined,
  },
};
