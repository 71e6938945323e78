import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { INTERPOLATIONS, type Interpolation, partsOf, reachOf } from '../interpolation.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, oneOf, sizes, wholeNumber } from '../schema/leaf.ts';
import { type AxisWindow, tapsOf, windowTaps } from '../window.ts';
import {
  channelOf,
  type DataFormat,
  dataFormatArgument,
  isChannelsFirst,
  spatialOf,
  withChannel,
} from './data-format.ts';
import type { BaseConfig, LayerDefinition, Term } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { checkSpatial } from './refuse.ts';

export interface UpSamplingConfig extends BaseConfig {
  /** Output cells for each input cell, by axis; a number where there is one axis. */
  readonly size: number | readonly number[];
  readonly data_format?: DataFormat | undefined;
  readonly interpolation?: Interpolation | undefined;
}

export function factorsOf({ size }: UpSamplingConfig): readonly number[] {
  return typeof size === 'number' ? [size] : size;
}

export function interpolationOf({ interpolation }: UpSamplingConfig): Interpolation {
  return interpolation ?? 'nearest';
}

/** What part of each input cell is in the output cell `output` of one axis. */
function partsAlong(config: UpSamplingConfig, axis: number, window: AxisWindow, output: number) {
  const cells = tapsOf(window, output)
    .filter((tap) => tap.inside)
    .map(({ cell }) => cell);
  const parts = partsOf(interpolationOf(config), factorsOf(config)[axis]!, output, cells);
  return new Map(cells.map((cell, place) => [cell, parts[place]!]));
}

/** Each cell becomes several: copies of it, or numbers between it and its neighbours. */
export function upSampling(axes: number, snakeName: string): LayerDefinition<UpSamplingConfig> {
  function windows(config: UpSamplingConfig, inputs: readonly Shape[]): AxisWindow[] {
    const factors = factorsOf(config);
    return spatialOf(config, inputs[0]!).map((size, axis): AxisWindow => {
      const factor = factors[axis]!;
      const [first, last] = reachOf(interpolationOf(config), factor);
      const kernel = last - first + 1;
      const output = size * factor;
      const after = (size - 1) * factor + kernel + first - output;
      return { size, kernel, stride: factor, dilation: 1, before: -first, after, output, transposed: true };
    });
  }

  const name = layerName();
  return {
    ...elementwise,
    snakeName,
    operation: 'resize',
    schema:
      axes === 1
        ? object({ name, size: v.optional(wholeNumber(1), 2) })
        : object({
            name,
            size: v.optional(sizes(axes), 2),
            data_format: dataFormatArgument(),
            interpolation: v.optional(oneOf(INTERPOLATIONS), 'nearest'),
          }),
    validate: (config, inputs) => checkSpatial(inputs[0]!, axes, isChannelsFirst(config)),
    outputShape(config, inputs) {
      const sizes = windows(config, inputs).map(({ output }) => output);
      return withChannel(config, sizes, channelOf(config, inputs[0]!));
    },
    activation: () => 'linear',
    windows,
    derive(config, inputs, index) {
      const along = windows(config, inputs);
      const output = spatialOf(config, index);
      const parts = along.map((window, axis) => partsAlong(config, axis, window, output[axis]!));
      const terms = windowTaps(along, output)
        .filter((tap) => tap.inside)
        .map(
          ({ cell }): Term => ({
            input: 0,
            inputIndex: withChannel(config, cell, channelOf(config, index)),
            factor: cell.reduce((product, at, axis) => product * parts[axis]!.get(at)!, 1),
          }),
        );
      if (interpolationOf(config) !== 'nearest') {
        return { reduction: 'sum', terms: terms.filter(({ factor }) => factor !== 0) };
      }
      const { input, inputIndex } = terms[0]!;
      return { reduction: 'identity', terms: [{ input, inputIndex }] };
    },
  };
}
