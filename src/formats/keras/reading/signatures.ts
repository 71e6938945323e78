const OPTIMIZER_REST =
  'weight_decay clipnorm clipvalue global_clipnorm use_ema ema_momentum ema_overwrite_frequency loss_scale_factor gradient_accumulation_steps name';

/** Keras's constructors by class: the order of their arguments. */
const ORDERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  optimizers: {
    SGD: `learning_rate momentum nesterov ${OPTIMIZER_REST}`,
    RMSprop: `learning_rate rho momentum epsilon centered ${OPTIMIZER_REST}`,
    Adam: `learning_rate beta_1 beta_2 epsilon amsgrad ${OPTIMIZER_REST}`,
    AdamW: `learning_rate weight_decay beta_1 beta_2 epsilon amsgrad ${OPTIMIZER_REST.replace('weight_decay ', '')}`,
    Adagrad: `learning_rate initial_accumulator_value epsilon ${OPTIMIZER_REST}`,
    Adadelta: `learning_rate rho epsilon ${OPTIMIZER_REST}`,
    Adamax: `learning_rate beta_1 beta_2 epsilon ${OPTIMIZER_REST}`,
    Nadam: `learning_rate beta_1 beta_2 epsilon ${OPTIMIZER_REST}`,
  },
  schedules: {
    ExponentialDecay: 'initial_learning_rate decay_steps decay_rate staircase name',
    CosineDecay: 'initial_learning_rate decay_steps alpha name warmup_target warmup_steps',
    CosineDecayRestarts: 'initial_learning_rate first_decay_steps t_mul m_mul alpha name',
    PiecewiseConstantDecay: 'boundaries values name',
    PolynomialDecay: 'initial_learning_rate decay_steps end_learning_rate power cycle name',
    InverseTimeDecay: 'initial_learning_rate decay_steps decay_rate staircase name',
  },
  losses: {
    BinaryCrossentropy: 'from_logits label_smoothing axis reduction name dtype',
    BinaryFocalCrossentropy:
      'apply_class_balancing alpha gamma from_logits label_smoothing axis reduction name dtype',
    CategoricalCrossentropy: 'from_logits label_smoothing axis reduction name dtype',
    CategoricalFocalCrossentropy: 'alpha gamma from_logits label_smoothing axis reduction name dtype',
    CosineSimilarity: 'axis reduction name dtype',
    Huber: 'delta reduction name dtype',
    SparseCategoricalCrossentropy: 'from_logits ignore_class reduction axis name dtype',
  },
  metrics: {
    BinaryAccuracy: 'name dtype threshold',
    SparseTopKCategoricalAccuracy: 'k name dtype from_sorted_ids',
    TopKCategoricalAccuracy: 'k name dtype',
    AUC: 'num_thresholds curve summation_method name dtype thresholds multi_label num_labels label_weights from_logits',
    Precision: 'thresholds top_k class_id name dtype',
    Recall: 'thresholds top_k class_id name dtype',
    F1Score: 'average threshold name dtype',
    MeanIoU: 'num_classes name dtype ignore_class sparse_y_true sparse_y_pred axis',
    BinaryCrossentropy: 'name dtype from_logits label_smoothing',
    CategoricalCrossentropy: 'name dtype from_logits label_smoothing axis',
    SparseCategoricalCrossentropy: 'name dtype from_logits ignore_class axis',
    CosineSimilarity: 'name dtype axis',
    R2Score: 'class_aggregation num_regressors name dtype',
  },
  callbacks: {
    EarlyStopping: 'monitor min_delta patience verbose mode baseline restore_best_weights start_from_epoch',
    ReduceLROnPlateau: 'monitor factor patience verbose mode min_delta cooldown min_lr',
    LearningRateScheduler: 'schedule verbose',
    ModelCheckpoint:
      'filepath monitor verbose save_best_only save_weights_only mode save_freq initial_value_threshold',
    CSVLogger: 'filename separator append',
    TensorBoard: 'log_dir histogram_freq write_graph write_images write_steps_per_second update_freq',
    TerminateOnNaN: 'raise_error',
  },
  initializers: {
    Constant: 'value',
    Identity: 'gain',
    Orthogonal: 'gain seed',
    RandomNormal: 'mean stddev seed',
    RandomUniform: 'minval maxval seed',
    TruncatedNormal: 'mean stddev seed',
    VarianceScaling: 'scale mode distribution seed',
  },
  regularizers: { L1: 'l1', L2: 'l2', L1L2: 'l1 l2', OrthogonalRegularizer: 'factor mode' },
  constraints: {
    MaxNorm: 'max_value axis',
    MinMaxNorm: 'min_value max_value rate axis',
    UnitNorm: 'axis',
  },
};

/** Of every class in a module that has no line of its own. */
const USUAL: Readonly<Record<string, string>> = {
  losses: 'reduction name dtype',
  metrics: 'name dtype',
  initializers: 'seed',
};

function squash(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** The arguments of a class of Keras that is no layer, in Keras's order; its name in any spelling. */
export function orderOf(family: string, className: string): readonly string[] {
  const known = Object.entries(ORDERS[family] ?? {}).find(([name]) => squash(name) === squash(className));
  return (known?.[1] ?? USUAL[family] ?? '').split(' ').filter((name) => name !== '');
}

/** Arguments that Keras once called by another name, and those that are gone. */
export const RENAMED_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  optimizers: { lr: 'learning_rate' },
  regularizers: { l: 'l2' },
  constraints: { m: 'max_value' },
  callbacks: { epsilon: 'min_delta' },
};

/**
 * Where a layer's arguments come in another order than its schema has them, or Keras has positional ones that the page
 * does not take.
 */
export const LAYER_ORDERS: Readonly<Record<string, readonly string[]>> = {
  Dropout: ['rate', 'noise_shape', 'seed'],
  SpatialDropout1D: ['rate', 'seed'],
  SpatialDropout2D: ['rate', 'data_format', 'seed'],
  GaussianNoise: ['stddev', 'seed'],
  Embedding: [
    'input_dim',
    'output_dim',
    'embeddings_initializer',
    'embeddings_regularizer',
    'embeddings_constraint',
    'mask_zero',
  ],
};

/** Layer arguments of Keras 1 and 2, by today's names. */
export const RENAMED_LAYER_ARGUMENTS: Readonly<Record<string, string>> = {
  nb_filter: 'filters',
  filter_length: 'kernel_size',
  border_mode: 'padding',
  subsample: 'strides',
  subsample_length: 'strides',
  atrous_rate: 'dilation_rate',
  init: 'kernel_initializer',
  inner_init: 'recurrent_initializer',
  inner_activation: 'recurrent_activation',
  W_regularizer: 'kernel_regularizer',
  b_regularizer: 'bias_regularizer',
  U_regularizer: 'recurrent_regularizer',
  W_constraint: 'kernel_constraint',
  b_constraint: 'bias_constraint',
  dropout_W: 'dropout',
  dropout_U: 'recurrent_dropout',
  bias: 'use_bias',
  output_dim: 'units',
  pool_length: 'pool_size',
  stride: 'strides',
  p: 'rate',
  sigma: 'stddev',
  alpha: 'negative_slope',
};

/** How a layer is computed, or what a default says: nothing that changes a number here. */
export const LAYER_HINTS: ReadonlySet<string> = new Set([
  'implementation',
  'unroll',
  'use_cudnn',
  'autocast',
  'dtype',
  'trainable',
  'seed',
  'noise_shape',
  'sparse',
  'weights',
  'synchronized',
  'lora_rank',
  'lora_alpha',
  'quantization_config',
]);
