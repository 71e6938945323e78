import type { LayerKind } from '../model/layers/kinds.ts';

/** What an argument means, in a line: by its name, which says the same in every layer that has it. */
const MEANINGS: Readonly<Record<string, string>> = {
  filters: 'How many kernels there are: each makes one output map.',
  kernel_size: 'Height and width of the window that each kernel covers.',
  strides: 'How many cells the window moves at a time, down and across.',
  padding:
    '“valid” keeps windows inside the map; “same” adds zeros around it, so that stride 1 keeps its size.',
  dilation_rate: 'Distance between the cells that a kernel looks at; 1 leaves no gaps.',
  activation: 'Function applied to each sum before it leaves the layer.',
  use_bias: 'Whether each output gets one learned number added.',
  kernel_initializer: 'How the weights are drawn before training.',
  bias_initializer: 'What the biases start from.',
  pool_size: 'Height and width of the window that becomes one cell.',
  keepdims: 'Whether the map’s axes stay, with size 1.',
  units: 'How many outputs there are: each weighs all inputs.',
  rate: 'Share of the inputs that is set to 0 at each training step.',
  seed: 'Number from which the random choices follow; None takes the document’s.',
  max_value: 'Largest value that comes out; None for no limit.',
  negative_slope: 'Slope below the threshold; 0 cuts off.',
  threshold: 'Value up to which inputs are cut off.',
  name: 'The layer’s name, unlike every other’s.',
};

/** Where a layer means something else by it. */
const IN_LAYER: Partial<Readonly<Record<LayerKind, Readonly<Record<string, string>>>>> = {
  Activation: {
    activation: 'The function; softmax turns the channels of a cell into shares that add up to 1.',
  },
  MaxPooling2D: { strides: 'How many cells the window moves at a time; None moves by its own size.' },
  AveragePooling2D: {
    strides: 'How many cells the window moves at a time; None moves by its own size.',
    padding:
      '“valid” keeps windows inside the map; “same” lets them reach over its edge, averaging what is inside.',
  },
};

/** The meaning of a layer's argument in a plain line; undefined for an argument that is not known. */
export function meaningOf(kind: LayerKind, argument: string): string | undefined {
  return IN_LAYER[kind]?.[argument] ?? MEANINGS[argument];
}
