/** What a notebook says between its cells of code. */
export const notebookText = {
  untitled: 'Untitled',
  needs: 'Needs Keras 3 with TensorFlow, JAX or PyTorch: `pip install keras jax`.',
  headings: {
    setup: undefined,
    data: 'Data',
    model: 'Model',
    summary: undefined,
    compile: 'Training',
    training: undefined,
  },
};
