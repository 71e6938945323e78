import type { Network } from '../../model/network.ts';
import type { Trace } from '../../model/trace.ts';
import type { Mark, Picture } from '../marks.ts';
import { barMarks } from './bars.ts';
import { headsMarks } from './heads.ts';
import { type NumberRequest, numberMarks } from './number-scale.ts';
import { headOutputs, outputForm } from './output-form.ts';
import { THRESHOLD, yesNoMarks } from './yes-no.ts';

/** What is known of the right answer, and how answers are said. */
export interface OutputKnown {
  readonly labels?: readonly string[] | undefined;
  /** One number a target: class numbers, or numbers. */
  readonly targets?: readonly number[] | undefined;
  /** Which of them is this output's, where each output has one; absent: the first. */
  readonly own?: number;
  readonly baseline?: NumberRequest['baseline'];
  readonly unit?: NumberRequest['unit'];
}

/** What a model says about the probe at one of its outputs, as what it is; heads of the same classes all together. */
export function outputPicture(
  network: Network,
  trace: Trace,
  output: string,
  { labels, targets, own = 0, baseline, unit }: OutputKnown,
  width: number,
  height: number,
): Picture {
  const rect = { x: 0, y: 0, width, height };
  const tensor = trace.layers.get(output)?.output;
  const together = headOutputs(network);
  const marks = (): Mark[] => {
    if (!tensor) return [];
    const { data, shape } = tensor;
    const truth = targets?.[own];
    const target = { type: 'cell', layer: output, index: [0] } as const;
    if (together?.includes(output)) {
      const heads = together.map((layer) => {
        return { layer, values: trace.layers.get(layer)!.output.data, offset: 0, index: [] };
      });
      return headsMarks({ heads, classes: shape[0]!, rect, labels, truth: targets });
    }
    switch (outputForm(network, output)) {
      case 'heads': {
        const [count, classes] = shape as [number, number];
        const heads = Array.from({ length: count }, (_, at) => {
          return { layer: output, values: data, offset: at * classes, index: [at] };
        });
        return headsMarks({ heads, classes, rect, labels, truth: targets });
      }
      case 'yes-no':
        return yesNoMarks({ value: data[0]!, rect, labels, truth, target });
      case 'number':
        return numberMarks({ value: data[0]!, rect, truth, baseline, unit, target });
      case 'shares':
        return barMarks({ values: data, rect, layer: output, labels, truth, threshold: THRESHOLD });
      default:
        return shape.length === 1 ? barMarks({ values: data, rect, layer: output, labels, truth }) : [];
    }
  };
  return { width, height, marks: marks() };
}
