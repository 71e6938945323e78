import type { Network } from './network.ts';

/** One row of a summary, as Keras's `model.summary()` has them. */
export interface SummaryRow {
  readonly name: string;
  readonly class_name: string;
  /** Starts with `null`, the batch axis. */
  readonly output_shape: readonly (number | null)[];
  readonly params: number;
  readonly trainable_params: number;
  /** Multiply-adds for one input. */
  readonly macs: number;
  /** Cells of the model's input that one output cell sees, per spatial axis. */
  readonly receptive_field: readonly number[];
}

/** A row a layer, in order. */
export function summaryOf(network: Network): SummaryRow[] {
  return network.layers.map((layer) => ({
    name: layer.name,
    class_name: layer.kind,
    output_shape: [null, ...layer.declaredShape],
    params: layer.params,
    trainable_params: layer.trainableParams,
    macs: layer.macs,
    receptive_field: [...layer.receptiveField],
  }));
}
