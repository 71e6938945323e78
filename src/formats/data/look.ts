import type { ErrorDetail } from '../../base/errors.ts';
import { sizeOf, type Tensor } from '../../base/tensor.ts';
import type { DatasetChannel, DatasetTarget } from '../../model/datasets/definition.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { targetSize } from '../../model/datasets/target.ts';
import type { Plan } from './plan.ts';
import type { Dialect } from './sniff.ts';
import type { UciParts } from './uci.ts';

/** A column as it is shown. */
interface ColumnView {
  readonly name: string;
  readonly type: 'number' | 'words' | 'other';
  readonly missing: number;
}

/** What the files were found to be. */
export type Recognised =
  | ({
      readonly type: 'table';
      readonly rows: number;
      readonly columns: readonly ColumnView[];
      /** The first rows as they stand in the file. */
      readonly first: readonly (readonly string[])[];
    } & Partial<Dialect>)
  | {
      readonly type: 'arrays';
      readonly arrays: readonly {
        readonly name: string;
        readonly shape: readonly number[];
        readonly dtype: string;
      }[];
    }
  | ({ readonly type: 'human-activity' } & UciParts)
  | { readonly type: 'sounds'; readonly sounds: number; readonly seconds: number };

/** What a reading would make of the files. */
export interface Preview {
  readonly shape: readonly number[];
  readonly target: DatasetTarget;
  readonly channels?: readonly DatasetChannel[];
  readonly train: number;
  readonly test: number;
  /** Samples of each class; empty where the target is of another kind. */
  readonly classes: readonly { readonly name: string; readonly train: number; readonly test: number }[];
  /** One sample, from the training part: its number in it, its numbers, what is to be said of it, where it stands. */
  readonly sample: {
    readonly index: number;
    readonly input: Tensor;
    readonly targets: readonly number[];
    readonly place: string;
  };
  readonly notes: readonly string[];
}

export interface Look {
  /** What the data are called: the file's name, or the folder's. */
  readonly file: string;
  readonly recognised: Recognised;
  /** With what was left open. */
  readonly reading: Reading;
  /** Or why this reading makes no data of them. */
  readonly preview: Preview | undefined;
  readonly fault: ErrorDetail | undefined;
}

/** A plan's counts, and its training sample number `wanted`; numbers beyond the last begin again. */
export function previewOf(plan: Plan, wanted: number): Preview {
  const { shape, target, channels, train, test, notes } = plan;
  const width = targetSize(target);
  const index = ((Math.trunc(wanted) % train.length) + train.length) % train.length;
  const sample = train[index]!;
  const data = new Float32Array(sizeOf(shape));
  plan.write(sample, data, 0);
  const targets = new Float32Array(width);
  plan.writeTargets(sample, targets, 0);
  const classes = target.type === 'classes' ? target.classes : [];
  const counted = classes.map((name) => ({ name, train: 0, test: 0 }));
  if (counted.length > 0) {
    const said = new Float32Array(1);
    for (const split of ['train', 'test'] as const) {
      const samples = plan[split];
      for (let at = 0; at < samples.length; at++) {
        plan.writeTargets(samples[at]!, said, 0);
        counted[said[0]!]![split]++;
      }
    }
  }
  return {
    shape,
    target,
    ...(channels && { channels }),
    train: train.length,
    test: test.length,
    classes: counted,
    sample: { index, input: { shape, data }, targets: [...targets], place: plan.placeOf(sample) },
    notes,
  };
}
