import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';
import { oneOf, sizes } from '../schema/leaf.ts';
import { type AxisWindow, axisWindow, type Padding } from '../window.ts';
import { type DataFormat, dataFormatArgument, isChannelsFirst, spatialOf } from './data-format.ts';
import type { BaseConfig } from './definition.ts';
import { checkFits, checkSpatial } from './refuse.ts';
import { tuple } from './tuple.ts';

/** The arguments of every layer that slides a kernel; sizes by spatial axis. */
export interface SlidingConfig extends BaseConfig {
  readonly kernel_size: readonly number[];
  readonly strides: readonly number[];
  readonly padding: Padding;
  readonly data_format: DataFormat;
  readonly dilation_rate: readonly number[];
}

/** Their schemas; layers mix their own in between, in Keras's order. */
export function slidingArguments(axes: number, paddings: readonly Padding[] = ['valid', 'same']) {
  return {
    kernel_size: sizes(axes),
    strides: v.optional(sizes(axes), 1),
    padding: v.optional(oneOf(paddings), 'valid'),
    data_format: dataFormatArgument(),
    dilation_rate: v.optional(sizes(axes), 1),
  };
}

/** The window of each spatial axis. */
export function slidingWindows(config: SlidingConfig, inputs: readonly Shape[]): AxisWindow[] {
  const { kernel_size, strides, dilation_rate, padding } = config;
  return spatialOf(config, inputs[0]!).map((size, axis) => {
    const [kernel, stride, dilation] = [kernel_size[axis]!, strides[axis]!, dilation_rate[axis]!];
    return axisWindow({ size, kernel, stride, dilation, padding });
  });
}

/** Sizes of the windows' outputs, by axis. */
export function outputSizes(windows: readonly AxisWindow[]): number[] {
  return windows.map((window) => window.output);
}

/** What Keras refuses in the Conv layers and their transposes, though not in depthwise ones. */
export function checkStrideOrDilation({ strides, dilation_rate: dilation }: SlidingConfig): void {
  if (!strides.some((stride) => stride > 1) || !dilation.some((rate) => rate > 1)) return;
  throw new KernelscopeError({
    code: 'unsupported',
    path: 'config.strides',
    expected: '`strides > 1` not supported in conjunction with `dilation_rate > 1`',
    received: `strides=${tuple(strides)} and dilation_rate=${tuple(dilation)}`,
    reason: 'stride-and-dilation',
  });
}

/** Refuses an input with other axes than `windows` slide over. */
export function checkAxes(config: SlidingConfig, inputs: readonly Shape[]): void {
  checkSpatial(inputs[0]!, config.kernel_size.length, isChannelsFirst(config));
}

/** Refuses an input that leaves no output. */
export function checkWindows(inputs: readonly Shape[], windows: readonly AxisWindow[]): void {
  checkFits(inputs[0]!, outputSizes(windows), 'config.kernel_size');
}
