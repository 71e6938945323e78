import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { type Shape, sizeOf } from '../base/tensor.ts';
import type { DatasetDefinition } from '../model/datasets/definition.ts';
import { type HeadTarget, headTarget } from '../model/datasets/head-target.ts';
import { classesOf, targetSize } from '../model/datasets/target.ts';
import type { ModelDocument } from '../model/document.ts';
import { allows } from '../model/free-sizes.ts';
import { headsOf } from '../model/heads.ts';
import type { Network } from '../model/network.ts';

/** How what is to be said of a sample becomes the target of an output. */
export interface Targets {
  /** Of one target, without the batch axis. */
  readonly shape: Shape;
  readonly size: number;
  readonly head: HeadTarget;
  /**
   * Writes the target of a sample at `data[start…]`, which is zero. The sample's own targets (class numbers, or numbers)
   * stand at `targets[from…]`.
   */
  write(data: Float32Array, start: number, targets: ArrayLike<number>, from: number): void;
}

/** @throws KernelscopeError `dataset-shape` where the model does not take the data set's samples. */
export function checkInput({ model }: ModelDocument, dataset: DatasetDefinition): void {
  const { input_shape: declared } = model;
  if (allows(declared, dataset.shape)) return;
  throw new KernelscopeError({
    code: 'dataset-shape',
    path: 'model.input_shape',
    expected: printable(dataset.shape),
    received: printable(declared),
  });
}

/**
 * The targets for each of the model's outputs; see `headTarget`.
 * @throws KernelscopeError `dataset-shape`
 */
export function targetsFor(
  network: Network,
  dataset: DatasetDefinition,
  compile: NonNullable<ModelDocument['compile']>,
): readonly Targets[] {
  const { outputs } = network;
  return headsOf(compile, outputs).map(({ output, loss }, at) => {
    const shape = network.byName.get(output)!.outputShape;
    const found = headTarget(dataset.target, loss, shape, { at, outputs: outputs.length });
    if (found) return targetsOf(found);
    throw new KernelscopeError({
      code: 'dataset-shape',
      path: output,
      expected: `[${classesOf(dataset).length || targetSize(dataset.target)}]`,
      received: `[${shape.join(', ')}]`,
    });
  });
}

function targetsOf(head: HeadTarget): Targets {
  const { shape, from: first, count, oneHot } = head;
  return {
    head,
    shape,
    size: sizeOf(shape),
    write(data, start, targets, from) {
      for (let at = 0; at < count; at++) {
        const given = targets[from + first + at]!;
        if (oneHot === undefined) data[start + at] = given;
        else data[start + at * oneHot + given] = 1;
      }
    },
  };
}
