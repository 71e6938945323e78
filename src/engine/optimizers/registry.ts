import type { OptimizerConfig } from '../../model/optimizers.ts';
import { createAdadelta } from './adadelta.ts';
import { createAdagrad } from './adagrad.ts';
import { createAdam } from './adam.ts';
import { createAdamax } from './adamax.ts';
import { createNadam } from './nadam.ts';
import type { Optimizer, OptimizerArguments } from './optimizer.ts';
import { createRmsprop } from './rmsprop.ts';
import { createSgd } from './sgd.ts';

type OptimizerName = OptimizerConfig['class_name'];

/** Makes an optimizer's own rule from its complete arguments, by Keras's class name. */
export const optimizers: Record<OptimizerName, (config: OptimizerArguments) => Optimizer> = {
  SGD: createSgd,
  RMSprop: createRmsprop,
  Adam: createAdam,
  // Its decay is an argument of every optimizer: the step takes it off.
  AdamW: createAdam,
  Nadam: createNadam,
  Adamax: createAdamax,
  Adagrad: createAdagrad,
  Adadelta: createAdadelta,
};

/** The optimizer of a document, with what all of Keras's optimizers have in common. */
export function createOptimizer({ class_name, config }: OptimizerConfig): Optimizer {
  return { ...optimizers[class_name](config), limits: config };
}
