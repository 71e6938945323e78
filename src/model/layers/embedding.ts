import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { type Constraint, constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, only, type Schema, wholeNumber } from '../schema/leaf.ts';
import { leavingOut } from '../schema/leaving-out.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { fansOf } from './fans.ts';

export interface EmbeddingConfig extends BaseConfig {
  readonly input_dim: number;
  readonly output_dim: number;
  readonly embeddings_initializer: Initializer;
  readonly embeddings_regularizer: Regularizer | null;
  readonly activity_regularizer: Regularizer | null;
  readonly embeddings_constraint: Constraint | null;
}

/** The row of the table that an input number chooses: its whole part, within the table. */
function rowOf(input: number, rows: number): number {
  return Math.min(Math.max(Math.trunc(input), 0), rows - 1);
}

const anything: Schema<unknown> = v.unknown();

/** A row of learned numbers for each input number; the table is `[input_dim, output_dim]`. */
export const embedding: LayerDefinition<EmbeddingConfig> = {
  snakeName: 'embedding',
  operation: 'lookup',
  schema: leavingOut(
    {
      mask_zero: only(false),
      weights: v.null(),
      lora_rank: v.null(),
      lora_alpha: v.null(),
      quantization_config: v.null(),
      // Keras takes it for old code's sake and does nothing with it.
      input_length: anything,
    },
    object({
      name: layerName(),
      input_dim: wholeNumber(1),
      output_dim: wholeNumber(1),
      embeddings_initializer: initializerSchema('uniform'),
      embeddings_regularizer: regularizerSchema(),
      embeddings_constraint: constraintSchema(),
      activity_regularizer: regularizerSchema(),
    }),
  ),
  validate: () => {},
  outputShape: (config, inputs) => [...inputs[0]!, config.output_dim],
  weights(config) {
    const shape: Shape = [config.input_dim, config.output_dim];
    return [
      {
        name: 'embeddings',
        shape,
        initializer: config.embeddings_initializer,
        ...fansOf(shape),
        trainable: true,
        regularizer: config.embeddings_regularizer,
        constraint: config.embeddings_constraint,
      },
    ];
  },
  macs: () => 0,
  activation: () => 'linear',
  activityRegularizer: (config) => config.activity_regularizer,
  derive({ input_dim }, _, index, values) {
    const place = index.slice(0, -1);
    if (!values) return { reduction: 'sum', terms: [{ input: 0, inputIndex: place }] };
    const { shape, data } = values.inputs[0]!;
    const flat = place.reduce((at, position, axis) => at * shape[axis]! + position, 0);
    const weight = { name: 'embeddings', index: [rowOf(data[flat]!, input_dim), index.at(-1)!] };
    return { reduction: 'sum', terms: [{ input: 0, inputIndex: place, weight, chooses: true }] };
  },
};
