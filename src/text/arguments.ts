import type { LayerKind } from '../model/layers/kinds.ts';

/** What an argument means, in a line: by its name, which says the same in every layer that has it. */
export const meanings: Readonly<Record<string, string>> = {
  filters: 'How many kernels there are: each makes one output map.',
  kernel_size: 'Size of the window that each kernel covers, one number an axis.',
  strides: 'How many cells the window moves at a time, one number an axis.',
  padding:
    '“valid” keeps windows inside the map; “same” adds zeros around it, so that stride 1 keeps its size.',
  data_format: 'Whether the channels are the last axis of the input or the first.',
  dilation_rate: 'Distance between the cells that a kernel looks at; 1 leaves no gaps.',
  groups: 'Into how many groups channels and filters fall; filters see their own group’s channels only.',
  depth_multiplier: 'How many maps each input channel is filtered into.',
  output_padding: 'Cells added to each axis of the output; None lets the strides decide.',
  activation: 'Function applied to each sum before it leaves the layer.',
  use_bias: 'Whether each output gets one learned number added.',
  kernel_initializer: 'How the weights are drawn before training.',
  bias_initializer: 'What the biases start from.',
  pool_size: 'Size of the window that becomes one cell, one number an axis.',
  keepdims: 'Whether the map’s axes stay, with size 1.',
  units: 'How many outputs there are: each weighs all inputs.',
  rate: 'Share of the inputs that is set to 0 at each training step.',
  seed: 'Number from which the random choices follow; None takes the document’s.',
  max_value: 'Largest value that comes out; None for no limit.',
  negative_slope: 'Slope below the threshold; 0 cuts off.',
  threshold: 'Value up to which inputs are cut off.',
  kernel_regularizer: 'What large kernel weights add to the loss.',
  bias_regularizer: 'What large biases add to the loss.',
  activity_regularizer: 'What large outputs add to the loss.',
  depthwise_initializer: 'How the weights that filter each channel are drawn before training.',
  pointwise_initializer: 'How the weights that mix the channels are drawn before training.',
  depthwise_regularizer: 'What large weights that filter each channel add to the loss.',
  pointwise_regularizer: 'What large weights that mix the channels add to the loss.',
  depthwise_constraint: 'What the weights that filter each channel are put back into after each step.',
  pointwise_constraint: 'What the weights that mix the channels are put back into after each step.',
  kernel_constraint: 'What the kernel is put back into after each training step.',
  bias_constraint: 'What the bias is put back into after each training step.',
  recurrent_activation: 'Function of the gates.',
  recurrent_initializer: 'How the weights on the layer’s own state are drawn before training.',
  recurrent_regularizer: 'What large recurrent weights add to the loss.',
  recurrent_constraint: 'What the recurrent kernel is put back into after each training step.',
  unit_forget_bias: 'Whether the forget gate’s bias starts at 1, so that memory lasts at first.',
  dropout: 'Share of the inputs that is set to 0 for a whole sequence while training.',
  recurrent_dropout: 'Share of the state that is set to 0 for a whole sequence while training.',
  return_sequences: 'Whether every step’s output leaves the layer, or only the last one’s.',
  return_state: 'Whether other layers can read its last state too.',
  go_backwards: 'Whether the sequence is read from its end.',
  stateful: 'Whether a batch starts from the state in which the one before ended.',
  unroll: 'How Keras computes it: written out step by step; the numbers are the same.',
  reset_after:
    'Whether the reset gate comes after the product with the state; it then has a bias of its own.',
  layer: 'The layer inside.',
  merge_mode: 'How the two directions are joined; None gives them apart.',
  backward_layer: 'The layer that reads from the end; None takes the same kind as forwards.',
  input_dim: 'How many rows the table has: numbers from 0 to one less.',
  output_dim: 'How many learned numbers each row has.',
  embeddings_initializer: 'How the table is drawn before training.',
  embeddings_regularizer: 'What large numbers in the table add to the loss.',
  embeddings_constraint: 'What the table is put back into after each training step.',
  axis: 'The axis whose cells are normalised each for itself; the batch is axis 0.',
  momentum: 'How much of the moving statistics is kept at each training step.',
  epsilon: 'Small number added to the variance, so that nothing is divided by 0.',
  center: 'Whether beta is added.',
  scale: 'Whether the result is multiplied by gamma.',
  beta_initializer: 'What beta starts from.',
  gamma_initializer: 'What gamma starts from.',
  moving_mean_initializer: 'What the moving mean starts from.',
  moving_variance_initializer: 'What the moving variance starts from.',
  beta_regularizer: 'What a large beta adds to the loss.',
  gamma_regularizer: 'What a large gamma adds to the loss.',
  beta_constraint: 'What beta is put back into after each training step.',
  gamma_constraint: 'What gamma is put back into after each training step.',
  target_shape: 'Sizes of the new axes, the batch not counted; one may be -1, for what the others leave.',
  dims: 'For each axis of the output the axis of the input, counted from 1.',
  n: 'How many times the input is repeated.',
  cropping: 'How many cells are cut off: one number, one an axis, or for each axis two, before and after.',
  size: 'How many cells each one becomes, one number an axis.',
  interpolation:
    'How numbers between the cells are found: copies of the nearest one, or a mixture of those around.',
  alpha: 'What large negative inputs come close to, its sign turned.',
  alpha_initializer: 'What the slopes start from.',
  alpha_regularizer: 'What large slopes add to the loss.',
  alpha_constraint: 'What the slopes are put back into after each training step.',
  shared_axes: 'Axes along which all cells share a slope, counted from 1; None gives each cell its own.',
  noise_shape:
    'Sizes of the random choice, the batch first: 1 where an axis falls as a whole, None where each cell falls for itself.',
  stddev: 'How far the noise spreads: its standard deviation.',
  offset: 'What is added after that: one number, or one for each channel.',
  mode: 'In which direction pictures are mirrored.',
  factor:
    'How far pictures turn at most, as a share of a whole turn; two numbers are the range from one to the other.',
  height_factor: 'How far the height changes at most, as a share of it; two numbers are a range.',
  width_factor: 'How far the width changes at most, as a share of it; two numbers are a range.',
  fill_mode: 'What stands beyond the edges: the picture mirrored, repeated, one number, or its last cells.',
  fill_value: 'The number beyond the edges, where the mode is “constant”.',
  rms_scaling: 'Keras’s old way to divide by the deviation without taking the mean off.',
  name: 'The layer’s name, unlike every other’s.',
};

/** What arguments of transposed convolutions mean, whose kernels lie on the output. */
const TRANSPOSED = {
  kernel_size: 'Size of what each input cell lays onto the output, one number an axis.',
  strides: 'How many cells apart neighbouring input cells lay their kernels, one number an axis.',
  padding:
    '“valid” keeps all that the kernels cover; “same” cuts it to the size of the input times the strides.',
};

const MAXIMA = { strides: 'How many cells the window moves at a time; None moves by its own size.' };

const AVERAGES = {
  ...MAXIMA,
  padding:
    '“valid” keeps windows inside the map; “same” lets them reach over its edge, averaging what is inside.',
};

const FRAME = {
  padding: 'How many zeros are added: one number, one an axis, or for each axis two, before and after.',
};

/** Where a layer means something else by it. */
export const meaningsInLayer: Partial<Readonly<Record<LayerKind, Readonly<Record<string, string>>>>> = {
  Conv1D: {
    padding:
      '“valid” adds nothing; “same” adds zeros on both sides; “causal” adds them all before the first step.',
  },
  Conv1DTranspose: TRANSPOSED,
  Conv2DTranspose: TRANSPOSED,
  Activation: {
    activation: 'The function; softmax turns the channels of a cell into shares that add up to 1.',
  },
  LayerNormalization: { axis: 'The axes whose cells are normalised together; the batch is axis 0.' },
  MaxPooling1D: MAXIMA,
  MaxPooling2D: MAXIMA,
  MaxPooling3D: MAXIMA,
  AveragePooling1D: AVERAGES,
  AveragePooling2D: AVERAGES,
  AveragePooling3D: AVERAGES,
  ZeroPadding1D: FRAME,
  ZeroPadding2D: FRAME,
  LeakyReLU: { negative_slope: 'What negative numbers are multiplied by.' },
  Softmax: { axis: 'The axis, or axes, along which the shares add up to 1; the batch is axis 0.' },
  Concatenate: { axis: 'The axis along which the inputs are put side by side; the batch is axis 0.' },
  Rescaling: { scale: 'What the input is multiplied by: one number, or one for each channel.' },
  RandomZoom: {
    height_factor:
      'How much taller or shorter the part that is shown is, at most; two numbers are a range, below 0 enlarges.',
    width_factor: 'The same for the width; None keeps the picture’s proportions.',
  },
  RandomTranslation: {
    height_factor:
      'How far pictures move down or up at most, as a share of their height; two numbers are a range.',
    width_factor:
      'How far pictures move right or left at most, as a share of their width; two numbers are a range.',
  },
};

/** The meaning of a layer's argument in a plain line; undefined for an argument that is not known. */
export function meaningOf(kind: LayerKind, argument: string): string | undefined {
  return meaningsInLayer[kind]?.[argument] ?? meanings[argument];
}
