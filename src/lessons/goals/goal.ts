import type { Json } from '../../base/json.ts';

/** What a step waits for. One file a goal says when the page meets it. */
export type Goal =
  /** The lens of a layer is open, at that cell where one is given; null stands for any place along its axis. */
  | { readonly goal: 'look'; readonly layer: string; readonly index?: readonly (number | null)[] }
  /** That many different cells of a layer were looked at since the step began. */
  | { readonly goal: 'visit'; readonly layer: string; readonly cells: number }
  /** Trained since the step began; at least one batch where no number is given. */
  | { readonly goal: 'train'; readonly epochs?: number; readonly batches?: number }
  /** A weight of a layer was set by hand since the step began. */
  | { readonly goal: 'edit-weights'; readonly layer: string }
  /** A kernel of a layer became a preset of model/kernels/presets.ts (`sobel_x`); any of them where no name is given. */
  | { readonly goal: 'kernel'; readonly layer: string; readonly name?: string }
  /** An argument of a layer (`strides`) of the document has that value; Keras's integers stand for tuples. */
  | { readonly goal: 'set'; readonly layer: string; readonly key: string; readonly value: Json }
  /** The output of a layer at a cell lies in a range. */
  | {
      readonly goal: 'value';
      readonly layer: string;
      readonly index: readonly number[];
      readonly min?: number;
      readonly max?: number;
    }
  /** The last of a figure in the run's history (`accuracy`, `val_loss`, `loss`) lies in a range. */
  | { readonly goal: 'metric'; readonly name: string; readonly min?: number; readonly max?: number }
  /** Another input was chosen, drawn, moved or typed since the step began. */
  | { readonly goal: 'probe' }
  /** A comparison of models is finished; of at least two where no number is given. */
  | { readonly goal: 'compare'; readonly models?: number };
