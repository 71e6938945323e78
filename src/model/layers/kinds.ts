/** Every layer kind, by Keras's class name. The registries of each floor are `Record<LayerKind, …>`. */
export const LAYER_KINDS = [
  'Conv2D',
  'MaxPooling2D',
  'AveragePooling2D',
  'GlobalMaxPooling2D',
  'GlobalAveragePooling2D',
  'Activation',
  'ReLU',
  'Flatten',
  'Dense',
  'Dropout',
] as const;

export type LayerKind = (typeof LAYER_KINDS)[number];

/** Keras's other names for the same classes. */
export const LAYER_ALIASES = {
  Convolution2D: 'Conv2D',
  MaxPool2D: 'MaxPooling2D',
  AvgPool2D: 'AveragePooling2D',
  GlobalMaxPool2D: 'GlobalMaxPooling2D',
  GlobalAvgPool2D: 'GlobalAveragePooling2D',
} as const satisfies Readonly<Record<string, LayerKind>>;
