/** What learners of convolutional networks often believe; each is met by at least two questions. */
export const MISCONCEPTIONS = [
  /** That a kernel is flat: it is as deep as its input. */
  'kernel-depth',
  /** That a filter gives a map for every channel of its input: one filter gives one map. */
  'one-filter-one-map',
  /** That the parameters depend on stride or size of the input: they are (k · k · channels in + 1) · filters. */
  'parameter-count',
  /** That a window may hang over the edge: the size of the output is rounded down. */
  'output-size-floors',
  /** That dilation adds parameters: it adds reach only. */
  'dilation-reach',
  /** That causal padding lies on both sides: it lies before the first step only. */
  'causal-one-sided',
  /** That a cell sees as much as its own kernel: receptive fields compound from layer to layer. */
  'receptive-field-compounds',
  /** That the kernel is flipped: what layers call convolution is cross-correlation. */
  'cross-correlation',
  /** That an LSTM has a unit for every time step: units are not steps. */
  'units-are-not-steps',
  /** That Reshape moves axes: it keeps the order of the elements, Permute moves axes. */
  'reshape-keeps-order',
  /** That every output of a softmax stands alone: it couples them, linear does not. */
  'softmax-couples',
  /** That causal means independent of the input: the output does not depend on later input. */
  'causal-not-later',
  /** That channels out are channels in times kernels: they are the number of kernels. */
  'channels-out',
  /** That the same values are copied into all channels: each channel has its own. */
  'slices-differ',
  /** That a pattern is found only where it was: the map moves with it, the maximum over all steps stays. */
  'position-in-time',
  /** That TimeDistributed has weights for every step, or mixes them: one layer, one set of weights, each step on its own. */
  'time-distributed-shares',
] as const;

export type Misconception = (typeof MISCONCEPTIONS)[number];
