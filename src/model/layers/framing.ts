import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, pairs, type Schema, sizes } from '../schema/leaf.ts';
import { type AxisWindow, windowTaps } from '../window.ts';
import {
  channelOf,
  type DataFormat,
  dataFormatArgument,
  isChannelsFirst,
  spatialOf,
  withChannel,
} from './data-format.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { checkSpatial } from './refuse.ts';
import { batched, tuple } from './tuple.ts';

type Pair = readonly number[];

/** Cells before and after the input: one pair where there is one axis, else a list of them. */
type Frame = Pair | readonly Pair[];

interface ZeroPaddingConfig extends BaseConfig {
  readonly padding: Frame;
  readonly data_format: DataFormat;
}

interface CroppingConfig extends BaseConfig {
  readonly cropping: Frame;
  readonly data_format?: DataFormat | undefined;
}

function byAxis(frame: Frame): readonly Pair[] {
  return typeof frame[0] === 'number' ? [frame as Pair] : (frame as readonly Pair[]);
}

function frameOf(axes: number, fallback: number) {
  const schema: Schema<Frame> = axes === 1 ? sizes(2, 0) : pairs(axes);
  return v.optional(schema, fallback);
}

/** A layer that puts `frameAround` the maps, or cuts it off where the numbers are negative. */
function framing<C extends BaseConfig>(
  axes: number,
  frameAround: (config: C) => readonly Pair[],
): Omit<LayerDefinition<C>, 'snakeName' | 'schema'> {
  function windows(config: C, inputs: readonly Shape[]): AxisWindow[] {
    const frame = frameAround(config);
    return spatialOf(config, inputs[0]!).map((size, axis) => {
      const [before, after] = frame[axis] as [number, number];
      return { size, kernel: 1, stride: 1, dilation: 1, before, after, output: size + before + after };
    });
  }

  return {
    ...elementwise,
    operation: 'identity',
    validate: (config, inputs) => checkSpatial(inputs[0]!, axes, isChannelsFirst(config)),
    outputShape(config, inputs) {
      const sizes = windows(config, inputs).map(({ output }) => output);
      return withChannel(config, sizes, channelOf(config, inputs[0]!));
    },
    activation: () => 'linear',
    windows,
    derive(config, inputs, index) {
      const [tap] = windowTaps(windows(config, inputs), spatialOf(config, index));
      if (!tap!.inside) return { reduction: 'sum', terms: [] };
      const inputIndex = withChannel(config, tap!.cell, channelOf(config, index));
      return { reduction: 'identity', terms: [{ input: 0, inputIndex }] };
    },
  };
}

/** Zeros around each map: cells of which no input cell has a part. */
export function zeroPadding(axes: number, snakeName: string): LayerDefinition<ZeroPaddingConfig> {
  return {
    ...framing<ZeroPaddingConfig>(axes, ({ padding }) => byAxis(padding)),
    snakeName,
    schema: object({ name: layerName(), padding: frameOf(axes, 1), data_format: dataFormatArgument() }),
  };
}

/** Keras's words where nothing would be left. */
const NOTHING_LEFT = [
  '',
  '`cropping` parameter of `Cropping1D` layer must be smaller than the input length',
  'Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input',
];

/** Cuts cells off the edges of each map. */
export function cropping(axes: number, snakeName: string): LayerDefinition<CroppingConfig> {
  const frame = framing<CroppingConfig>(axes, (config) =>
    byAxis(config.cropping).map(([before, after]) => [-before!, -after!]),
  );
  const own = { name: layerName(), cropping: frameOf(axes, axes === 1 ? 1 : 0) };
  return {
    ...frame,
    snakeName,
    // In Keras Cropping1D has no data format.
    schema: axes === 1 ? object(own) : object({ ...own, data_format: dataFormatArgument() }),
    validate(config, inputs) {
      frame.validate(config, inputs);
      if (spatialOf(config, frame.outputShape(config, inputs)).every((size) => size > 0)) return;
      const pairs = byAxis(config.cropping).map(tuple);
      throw new KernelscopeError({
        code: 'shape',
        path: 'config.cropping',
        expected: NOTHING_LEFT[axes],
        received: `input_shape=${batched(inputs[0]!)}, cropping=${axes === 1 ? pairs[0] : tuple(pairs)}`,
        reason: 'cropping',
      });
    },
  };
}
