import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/base/tensor.ts';
import { admit } from '../../src/model/gate.ts';
import type { ConvolutionConfig } from '../../src/model/layers/convolution.ts';
import type { NetworkLayer } from '../../src/model/network.ts';
import { documentOf, models, networkOf } from '../arbitraries/documents.ts';
import { toTf } from './tf-model.ts';

function conv(config: object) {
  return { class_name: 'Conv2D', config: { filters: 1, kernel_size: 3, ...config } };
}

function pool(config: object = {}) {
  return { class_name: 'MaxPooling2D', config: { ...config } };
}

const FLATTEN = { class_name: 'Flatten', config: {} };
const DENSE = { class_name: 'Dense', config: { units: 10 } };

describe('shapes and parameters', () => {
  it('are those of tf.layers for 1,000 random models', async () => {
    await tf.setBackend('cpu');
    fc.assert(
      fc.property(models, (random) => {
        const { network } = admit(documentOf(random));
        expect(network.layers.map((layer) => layer.outputShape)).toEqual(random.shapes);
        const { model, ends } = toTf(network);
        for (const layer of network.layers) {
          const theirs = ends.get(layer.name)!;
          expect([null, ...layer.outputShape]).toEqual(theirs.outputShape);
          expect(layer.params).toBe(theirs.countParams());
          expect(layer.weights.map((weight) => weight.shape)).toEqual(
            theirs.weights.map((weight) => weight.shape),
          );
        }
        expect(network.params).toBe(model.countParams());
        model.dispose();
      }),
      { numRuns: 1000 },
    );
  });

  it('Conv2D(64, (5, 5)) on 14x14x32 has 51,264 parameters', () => {
    const network = networkOf([14, 14, 32], conv({ filters: 64, kernel_size: [5, 5] }));
    expect(network.params).toBe(51_264);
    expect(network.layers[0]!.outputShape).toEqual([10, 10, 64]);
  });
});

describe('multiply-adds', () => {
  /** Counts one by one, in a loop over the padded input that knows nothing of windows. */
  function count(layer: NetworkLayer): number {
    const [input] = layer.inputShapes;
    const out = layer.outputShape;
    let counter = 0;
    if (layer.kind === 'Dense') {
      for (let cell = 0; cell < sizeOf(out); cell++)
        for (let unit = 0; unit < input!.at(-1)!; unit++) counter++;
    }
    if (layer.kind === 'Conv2D') {
      const [rows, columns] = (layer.config as ConvolutionConfig).kernel_size;
      for (let row = 0; row < out[0]!; row++)
        for (let column = 0; column < out[1]!; column++)
          for (let filter = 0; filter < out[2]!; filter++)
            for (let y = 0; y < rows!; y++)
              for (let x = 0; x < columns!; x++)
                for (let channel = 0; channel < input![2]!; channel++) counter++;
    }
    return counter;
  }

  it('are those of a counter in a dense loop', () => {
    fc.assert(
      fc.property(models, (random) => {
        const { network } = admit(documentOf(random));
        expect(network.layers.map((layer) => layer.macs)).toEqual(network.layers.map(count));
        expect(network.macs).toBe(network.layers.reduce((total, layer) => total + count(layer), 0));
      }),
    );
  });
});

describe('receptive fields', () => {
  it('grow by (kernel - 1) * dilation * strides before', () => {
    const network = networkOf(
      [64, 64, 1],
      conv({ kernel_size: [3, 5] }),
      pool(),
      conv({ dilation_rate: 2 }),
      conv({ kernel_size: 3, strides: 2 }),
      pool({ pool_size: [3, 1], strides: 1 }),
    );
    expect(network.layers.map((layer) => layer.receptiveField)).toEqual([
      [3, 5],
      [4, 6],
      [12, 14],
      [16, 18],
      [24, 18],
    ]);
  });

  it('become everything that was seen at a Dense layer or a global pool', () => {
    const dense = networkOf([28, 28, 1], conv({}), pool(), FLATTEN, DENSE);
    expect(dense.layers.map((layer) => layer.receptiveField[0])).toEqual([3, 4, 4, 28]);
    // A pool of 2 on 11 cells leaves the last one out: 10 * 2 cells of the first pool, and one more at each side.
    const ragged = networkOf([28, 28, 1], conv({}), pool(), conv({}), pool(), {
      class_name: 'GlobalAveragePooling2D',
      config: {},
    });
    expect(ragged.layers.at(-1)!.receptiveField).toEqual([26, 26]);
  });

  it('stay within the input', () => {
    const network = networkOf([4, 7, 1], conv({ kernel_size: 9, padding: 'same' }));
    expect(network.layers[0]!.receptiveField).toEqual([4, 7]);
  });

  it('are what following every output cell back to the input finds', () => {
    fc.assert(
      fc.property(models, (random) => {
        const { network } = admit(documentOf(random));
        for (const layer of network.layers) {
          const seen = seenAlongAxes(network.layers, layer, network.inputShape);
          if (!network.layers.some(leavesGaps)) expect(layer.receptiveField).toEqual(seen);
          // With gaps between its taps a window can miss the ends of what it spans.
          else
            for (const [axis, size] of seen.entries())
              expect(size).toBeLessThanOrEqual(layer.receptiveField[axis]!);
        }
      }),
      { numRuns: 300 },
    );
  });

  function leavesGaps({ definition, config, inputShapes }: NetworkLayer): boolean {
    const windows = definition.windows?.(config, inputShapes) ?? [];
    return windows.some(({ dilation, stride, kernel }) => dilation > 1 || stride > kernel);
  }

  /** Follows every output cell back to the input, cell by cell; the widest extent along each axis. */
  function seenAlongAxes(
    layers: readonly NetworkLayer[],
    layer: NetworkLayer,
    shape: readonly number[],
  ): number[] {
    const memory = new Map<string, Set<string>>();
    function seen(name: string, index: readonly number[]): Set<string> {
      const key = `${name} ${index}`;
      const known = memory.get(key);
      if (known) return known;
      const found = new Set<string>();
      if (name === 'input') found.add(index.join());
      const at = layers.find((candidate) => candidate.name === name);
      if (at) {
        const row = at.definition.activation(at.config) === 'softmax' && at.outputShape.length === 1;
        const cells = row ? Array.from({ length: at.outputShape[0]! }, (_, unit) => [unit]) : [index];
        for (const cell of cells) {
          for (const term of at.definition.derive(at.config, at.inputShapes, cell).terms) {
            for (const source of seen(at.inputs[0]!, term.inputIndex)) found.add(source);
          }
        }
      }
      memory.set(key, found);
      return found;
    }

    return shape.slice(0, -1).map((_, axis) => {
      let widest = 0;
      for (let cell = 0; cell < sizeOf(layer.outputShape); cell++) {
        const strides = layer.outputShape.map((__, at) => sizeOf(layer.outputShape.slice(at + 1)));
        const index = strides.map((stride, at) => Math.floor(cell / stride) % layer.outputShape[at]!);
        const places = [...seen(layer.name, index)].map((source) => Number(source.split(',')[axis]));
        if (places.length > 0) widest = Math.max(widest, Math.max(...places) - Math.min(...places) + 1);
      }
      return widest;
    });
  }
});

describe('wiring', () => {
  it('reads the layer before, or the one that is named', () => {
    const network = networkOf([6, 6, 1], conv({}), pool({ name: 'largest' }), {
      ...pool({ name: 'again' }),
      inputs: ['conv2d'],
    } as never);
    expect(network.layers.map((layer) => layer.inputs)).toEqual([['input'], ['conv2d'], ['conv2d']]);
    expect(network.byName.get('again')!.outputShape).toEqual([2, 2, 1]);
    expect(network.output).toBe('again');
  });
});
