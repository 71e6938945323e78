/** Numbers of the page that `<Live of="…" layer="…" index={[…]} />` shows, and that change with it. */
export const LIVE_NAMES = [
  /** A layer's output at `index`; of a layer without index axes its first. */
  'value',
  /** The same before the activation. */
  'pre_activation',
  /** Of a layer; of the whole model where none is named. */
  'params',
  /** Of a layer, without the batch axis: 26 × 26 × 8. */
  'output_shape',
  /** Multiply-adds of a layer, or of the whole model. */
  'macs',
  /** Of a layer: cells of the model's input that one output cell sees, an axis each. */
  'receptive_field',
  /** Share of a layer's outputs that are zero, in per cent. */
  'zeros',
  /** Sum over a layer's outputs. */
  'sum',
  /** Largest of a layer's outputs. */
  'max',
  /** The layer's argument `key` (`strides`), as the document has it. */
  'argument',
  /** A weight of a layer: `weight="kernel"` (its first where absent) at `index`. */
  'weight',
  /** The class that the model takes the probe for, and its share in per cent. */
  'prediction',
  'confidence',
  /** The class that the probe is. */
  'truth',
  /** The last in the run's history: of an epoch where one is finished, else of a batch. */
  'accuracy',
  'val_accuracy',
  'loss',
  'val_loss',
  /** Batches trained. */
  'batches',
  'epochs',
  /** Cell that is looked at: 4, 7, 2. */
  'cell',
] as const;

export type LiveName = (typeof LIVE_NAMES)[number];
