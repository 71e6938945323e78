import * as fc from 'fast-check';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import type { NamedWeight } from '../../src/model/trace.ts';

export const CONVOLUTIONS = [
  'Conv1D',
  'Conv2D',
  'Conv3D',
  'DepthwiseConv1D',
  'DepthwiseConv2D',
  'SeparableConv1D',
  'SeparableConv2D',
  'Conv1DTranspose',
  'Conv2DTranspose',
] as const;

type ConvolutionKind = (typeof CONVOLUTIONS)[number];

/** One convolution and the input it is given. */
export interface ConvolutionCase {
  readonly kind: ConvolutionKind;
  readonly input: readonly number[];
  readonly config: {
    readonly filters?: number;
    readonly kernel_size: readonly number[];
    readonly strides: readonly number[];
    readonly dilation_rate: readonly number[];
    readonly padding: 'valid' | 'same' | 'causal';
    readonly data_format: 'channels_last' | 'channels_first';
    readonly use_bias: boolean;
    readonly groups?: number;
    readonly depth_multiplier?: number;
    readonly output_padding?: readonly number[] | null | undefined;
  };
}

function axesOf(kind: ConvolutionKind): number {
  return Number(/\d/.exec(kind)![0]);
}

/** Random convolutions of a kind that Keras takes. */
export function convolutions(kind: ConvolutionKind): fc.Arbitrary<ConvolutionCase> {
  const axes = axesOf(kind);
  const largest = axes === 3 ? 4 : 6;
  const each = (least: number, most: number) =>
    fc.array(fc.integer({ min: least, max: most }), { minLength: axes, maxLength: axes });
  const transposed = kind.includes('Transpose');
  const depthwise = kind.startsWith('Depthwise') || kind.startsWith('Separable');
  return fc
    .record({
      sizes: each(1, largest),
      kernel: each(1, 3),
      strides: each(1, 3),
      dilation: each(1, 3),
      dilates: fc.boolean(),
      padding: fc.constantFrom('valid' as const, 'same' as const, 'causal' as const),
      first: fc.boolean(),
      use_bias: fc.boolean(),
      groups: fc.integer({ min: 1, max: 3 }),
      perGroup: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
      added: fc.option(each(0, 2)),
    })
    .map((given): ConvolutionCase => {
      const { kernel, first, use_bias, sizes } = given;
      const both = depthwise;
      const dilation = given.dilates || both ? given.dilation : given.dilation.map(() => 1);
      const strides = given.dilates && !both ? given.strides.map(() => 1) : given.strides;
      const padding = given.padding === 'causal' && kind !== 'Conv1D' ? 'same' : given.padding;
      const groups = depthwise || transposed ? 1 : given.groups;
      const channels = groups * given.perGroup[0];
      const filters = groups * given.perGroup[1];
      // Where nothing is padded the input has to hold the window.
      const reach = kernel.map((size, axis) => (size - 1) * dilation[axis]! + 1);
      const large = sizes.map((size, axis) =>
        padding === 'valid' && !transposed ? size + reach[axis]! - 1 : size,
      );
      // A transposed one that takes cells away is left with some.
      const spatial = transposed && given.added && padding === 'same' ? large.map((size) => size + 1) : large;
      const output_padding = given.added?.map((cells, axis) => Math.min(cells, strides[axis]! - 1));
      return {
        kind,
        input: first ? [channels, ...spatial] : [...spatial, channels],
        config: {
          ...(kind.startsWith('Depthwise') ? {} : { filters }),
          kernel_size: kernel,
          strides,
          dilation_rate: dilation,
          padding,
          data_format: first ? 'channels_first' : 'channels_last',
          use_bias,
          ...(depthwise
            ? { depth_multiplier: given.perGroup[1] }
            : transposed
              ? { output_padding }
              : { groups }),
        },
      };
    });
}

/** A tensor that is read and written cell by cell. */
interface Grid {
  readonly shape: readonly number[];
  readonly cells: Map<string, number>;
}

function* places(shape: readonly number[]): Generator<number[]> {
  if (shape.length === 0) {
    yield [];
    return;
  }
  for (let at = 0; at < shape[0]!; at++) for (const rest of places(shape.slice(1))) yield [at, ...rest];
}

function gridOf({ shape, data }: Tensor): Grid {
  return { shape, cells: new Map([...places(shape)].map((place, at) => [place.join(), data[at]!])) };
}

const at = (grid: Grid, place: readonly number[]) => grid.cells.get(place.join()) ?? 0;

/** Zeros that Keras puts before and after an axis. */
function zerosAround(padding: string, size: number, kernel: number, stride: number, dilation: number) {
  const reach = (kernel - 1) * dilation + 1;
  if (padding === 'valid') return [0, 0] as const;
  if (padding === 'causal') return [reach - 1, 0] as const;
  const all = Math.max((Math.ceil(size / stride) - 1) * stride + reach - size, 0);
  return [Math.floor(all / 2), Math.ceil(all / 2)] as const;
}

/**
 * What the layer gives before its activation, channels last, and how many products a dense loop makes: by nested
 * loops over a padded copy of the input, or, transposed, by laying each input cell's kernel onto the output.
 */
export function slowConvolution(given: ConvolutionCase, input: Tensor, weights: readonly NamedWeight[]) {
  const { kind, config } = given;
  const axes = axesOf(kind);
  const spatial = input.shape.slice(0, axes);
  const channels = input.shape[axes]!;
  const x = gridOf(input);
  const byName = new Map(weights.map((weight) => [weight.name, gridOf(weight)]));
  const bias = byName.get('bias');
  let products = 0;
  const sums = new Map<string, number>();
  const add = (place: readonly number[], value: number) =>
    sums.set(place.join(), (sums.get(place.join()) ?? 0) + value);
  const kernels = [...places(config.kernel_size)];

  if (kind.includes('Transpose')) {
    const kernel = byName.get('kernel')!;
    const sizes = spatial.map((size, axis) => {
      const [stride, added] = [config.strides[axis]!, config.output_padding?.[axis]];
      const reach = (config.kernel_size[axis]! - 1) * config.dilation_rate[axis]! + 1;
      const covered = (size - 1) * stride;
      if (config.padding === 'valid')
        return covered + (added === undefined ? Math.max(reach, stride) : reach + added);
      return added === undefined ? size * stride : covered + (reach % 2) + added;
    });
    const cut = spatial.map((size, axis) => {
      const stride = config.strides[axis]!;
      const reach = (config.kernel_size[axis]! - 1) * config.dilation_rate[axis]! + 1;
      if (config.padding === 'valid') return 0;
      // Keras pads the spread input by so many zeros before it, at most the kernel's reach.
      const zeros = sizes[axis]! + reach - 1 - ((size - 1) * stride + 1);
      return reach - 1 - Math.min(Math.floor(zeros / 2) + (zeros % 2), reach - 1);
    });
    for (const place of places(spatial)) {
      for (const tap of kernels) {
        const to = place.map(
          (cell, axis) =>
            cell * config.strides[axis]! + tap[axis]! * config.dilation_rate[axis]! - cut[axis]!,
        );
        for (let filter = 0; filter < config.filters!; filter++) {
          for (let channel = 0; channel < channels; channel++) {
            products += 1;
            add([...to, filter], at(x, [...place, channel]) * at(kernel, [...tap, filter, channel]));
          }
        }
      }
    }
    return finish([...sizes, config.filters!]);
  }

  const pads = spatial.map((size, axis) =>
    zerosAround(
      config.padding,
      size,
      config.kernel_size[axis]!,
      config.strides[axis]!,
      config.dilation_rate[axis]!,
    ),
  );
  const sizes = spatial.map((size, axis) => {
    const whole = size + pads[axis]![0] + pads[axis]![1];
    const reach = (config.kernel_size[axis]! - 1) * config.dilation_rate[axis]! + 1;
    return Math.floor((whole - reach) / config.strides[axis]!) + 1;
  });
  const under = (place: readonly number[], tap: readonly number[]) =>
    place.map(
      (cell, axis) =>
        cell * config.strides[axis]! + tap[axis]! * config.dilation_rate[axis]! - pads[axis]![0],
    );

  if (kind.startsWith('Conv')) {
    const kernel = byName.get('kernel')!;
    const [filters, groups] = [config.filters!, config.groups!];
    for (const place of places(sizes)) {
      for (let filter = 0; filter < filters; filter++) {
        const group = Math.floor((filter * groups) / filters);
        for (const tap of kernels) {
          for (let own = 0; own < channels / groups; own++) {
            products += 1;
            const seen = at(x, [...under(place, tap), (group * channels) / groups + own]);
            add([...place, filter], seen * at(kernel, [...tap, own, filter]));
          }
        }
      }
    }
    return finish([...sizes, filters]);
  }

  const multiplier = config.depth_multiplier!;
  const depthwise = byName.get('kernel') ?? byName.get('depthwise_kernel')!;
  for (const place of places(sizes)) {
    for (let channel = 0; channel < channels; channel++) {
      for (let part = 0; part < multiplier; part++) {
        for (const tap of kernels) {
          products += 1;
          const seen = at(x, [...under(place, tap), channel]);
          add([...place, channel * multiplier + part], seen * at(depthwise, [...tap, channel, part]));
        }
      }
    }
  }
  if (kind.startsWith('Depthwise')) return finish([...sizes, channels * multiplier]);
  const pointwise = byName.get('pointwise_kernel')!;
  const between = new Map(sums);
  sums.clear();
  for (const place of places(sizes)) {
    for (let filter = 0; filter < config.filters!; filter++) {
      for (let channel = 0; channel < channels * multiplier; channel++) {
        products += 1;
        const centre = config.kernel_size.map(() => 0);
        const value = between.get([...place, channel].join()) ?? 0;
        add([...place, filter], value * at(pointwise, [...centre, channel, filter]));
      }
    }
  }
  return finish([...sizes, config.filters!]);

  function finish(shape: number[]) {
    const data = new Float32Array(sizeOf(shape));
    [...places(shape)].forEach((place, cell) => {
      data[cell] = (sums.get(place.join()) ?? 0) + (bias ? at(bias, [place.at(-1)!]) : 0);
    });
    return { output: { shape, data }, products };
  }
}

/** The tensor with its first axis put last, or its last put first. */
export function movedAxis({ shape, data }: Tensor, to: 'last' | 'first'): Tensor {
  const turned = to === 'last' ? [...shape.slice(1), shape[0]!] : [shape.at(-1)!, ...shape.slice(0, -1)];
  const moved = new Float32Array(data.length);
  const channels = to === 'last' ? shape[0]! : shape.at(-1)!;
  const cells = data.length / channels;
  for (let cell = 0; cell < cells; cell++) {
    for (let channel = 0; channel < channels; channel++) {
      const [lastAt, firstAt] = [cell * channels + channel, channel * cells + cell];
      if (to === 'last') moved[lastAt] = data[firstAt]!;
      else moved[firstAt] = data[lastAt]!;
    }
  }
  return { shape: turned, data: moved };
}
