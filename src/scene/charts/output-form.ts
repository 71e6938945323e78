import type { Network } from '../../model/network.ts';

/**
 * What the numbers of an output are: parts of one whole (`distribution`), a probability each (`shares`), one probability
 * (`yes-no`), one number as it is (`number`), a distribution a row (`heads`), or anything else (`numbers`).
 */
export type OutputForm = 'distribution' | 'shares' | 'yes-no' | 'number' | 'heads' | 'numbers';

/** Most heads, and most classes of each, that are shown side by side. */
const MOST_HEADS = 40;
const MOST_CLASSES = 24;

export function outputForm(network: Network, output: string): OutputForm {
  const layer = network.byName.get(output);
  if (!layer) return 'numbers';
  const { outputShape: shape, definition, config } = layer;
  const activation = definition.activation(config);
  const [first = 1, second = 1] = shape;
  if (shape.length === 1) {
    if (activation === 'softmax' && first > 1) return 'distribution';
    if (activation === 'sigmoid') return first === 1 ? 'yes-no' : 'shares';
    return first === 1 ? 'number' : 'numbers';
  }
  const few = first <= MOST_HEADS && second <= MOST_CLASSES && second > 1;
  return shape.length === 2 && activation === 'softmax' && few ? 'heads' : 'numbers';
}

/** The outputs that are heads of the same classes, to be looked at together: undefined where the model's are no such. */
export function headOutputs({ outputs, byName }: Network): readonly string[] | undefined {
  if (outputs.length < 2 || outputs.length > MOST_HEADS) return undefined;
  const [classes] = byName.get(outputs[0]!)!.outputShape;
  const alike = outputs.every((name) => {
    const { outputShape, definition, config } = byName.get(name)!;
    const softmax = definition.activation(config) === 'softmax';
    return softmax && outputShape.length === 1 && outputShape[0] === classes && classes! > 1;
  });
  return alike && classes! <= MOST_CLASSES ? outputs : undefined;
}
