const MODULES: readonly (readonly [argument: RegExp, module: string])[] = [
  [/initializer$/, 'keras.initializers'],
  [/regularizer$/, 'keras.regularizers'],
  [/constraint$/, 'keras.constraints'],
  [/^optimizer$/, 'keras.optimizers'],
  [/^learning_rate$/, 'keras.optimizers.schedules'],
  [/^loss$/, 'keras.losses'],
  [/^metrics$/, 'keras.metrics'],
  [/^callbacks$/, 'keras.callbacks'],
];

export const LAYERS = 'keras.layers';

/** Where Keras has the classes of the objects that an argument takes; layers are what wrappers take. */
export function moduleOf(argument: string): string {
  return MODULES.find(([pattern]) => pattern.test(argument))?.[1] ?? LAYERS;
}
