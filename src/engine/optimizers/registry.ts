import type { ModelDocument } from '../../model/document.ts';
import { createAdam } from './adam.ts';
import type { Optimizer, OptimizerArguments } from './optimizer.ts';
import { createRmsprop } from './rmsprop.ts';
import { createSgd } from './sgd.ts';

type OptimizerName = NonNullable<ModelDocument['compile']>['optimizer']['class_name'];

/** Makes an optimizer from its complete arguments, by Keras's class name. */
export const optimizers: Record<OptimizerName, (config: OptimizerArguments) => Optimizer> = {
  SGD: createSgd,
  RMSprop: createRmsprop,
  Adam: createAdam,
};
