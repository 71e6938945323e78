import { KernelscopeError } from '../../base/errors.ts';
import { flatIndex, indexAt, type Shape, sizeOf } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { Fault, leaf, object, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import { MOST_AXES } from './axes.ts';
import { reshapedAxes } from './axis-parts.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { tuple } from './tuple.ts';

export interface ReshapeConfig extends BaseConfig {
  /** Without the batch axis; one of them may be -1, which is what the others leave. */
  readonly target_shape: readonly number[];
}

const isSize = (size: unknown): size is number =>
  Number.isSafeInteger(size) && (size === -1 || Number(size) > 0);

function targetShape(): Schema<readonly number[]> {
  const expected = `a list of 1 to ${MOST_AXES - 1} sizes, of which one may be -1`;
  const schema = leaf(expected, (value): readonly number[] | Fault => {
    if (!Array.isArray(value)) return new Fault('type');
    if (value.length === 0 || value.length >= MOST_AXES) return new Fault('range');
    const position = value.findIndex((size) => !isSize(size));
    if (position >= 0) {
      const code = Number.isFinite(value[position]) ? 'range' : 'type';
      return new Fault(code, { position, expected: 'a whole number of at least 1, or -1' });
    }
    const free = value.filter((size) => size === -1).length;
    return free > 1 ? new Fault('range') : (value as number[]);
  });
  return taking(schema, { type: 'integers', least: -1 });
}

function refused(expected: string, { target_shape }: ReshapeConfig, input: Shape): KernelscopeError {
  return new KernelscopeError({
    code: 'shape',
    path: 'config.target_shape',
    expected,
    received: `input_shape=${tuple(input)}, target_shape=${tuple(target_shape)}`,
    reason: 'reshape',
  });
}

function outputShape({ target_shape }: ReshapeConfig, inputs: readonly Shape[]): number[] {
  const rest = sizeOf(inputs[0]!) / sizeOf(target_shape.filter((size) => size !== -1));
  return target_shape.map((size) => (size === -1 ? rest : size));
}

/** The same numbers in the same row-major order, under other axes. */
export const reshape: LayerDefinition<ReshapeConfig> = {
  ...elementwise,
  snakeName: 'reshape',
  operation: 'identity',
  rearranges: true,
  turnsAxes: true,
  schema: object({ name: layerName(), target_shape: targetShape() }),
  validate(config, inputs) {
    const whole = outputShape(config, inputs).every(Number.isInteger);
    // Keras's own words.
    if (!whole) {
      const words =
        'The total size of the tensor must be unchanged, however, the input size cannot by divided by the specified dimensions in target_shape';
      throw refused(words, config, inputs[0]!);
    }
    if (sizeOf(outputShape(config, inputs)) !== sizeOf(inputs[0]!)) {
      throw refused('The total size of the tensor must be unchanged', config, inputs[0]!);
    }
  },
  outputShape,
  axes: (config, [read]) => reshapedAxes(read!, outputShape(config, [read!.map(({ size }) => size)])),
  activation: () => 'linear',
  derive: (config, inputs, index) => ({
    reduction: 'identity',
    terms: [{ input: 0, inputIndex: indexAt(inputs[0]!, flatIndex(outputShape(config, inputs), index)) }],
  }),
};
