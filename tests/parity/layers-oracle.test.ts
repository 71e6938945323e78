import { describe, expect, test } from 'vitest';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { forward } from '../../src/model/forward.ts';
import { expectClose, expectShapes, FORWARD } from './compare.ts';
import { layerFiles, readCases } from './files.ts';
import { type LayerCase, read } from './fixture.ts';
import { isKnown, isReady, openCase } from './model.ts';

/** One row of a batch. */
function row(batch: Tensor, position: number): Tensor {
  const shape = batch.shape.slice(1);
  const size = sizeOf(shape);
  return { shape, data: batch.data.slice(position * size, (position + 1) * size) };
}

/** Only a stateful model's first batch: the slow forward pass keeps nothing. */
function firstBatch({ batches, input, outputs }: LayerCase) {
  const first = batches?.[0] ?? { input, outputs };
  return { input: read(first.input), outputs: first.outputs.map(read) };
}

describe.each(layerFiles())('%s', (kind) => {
  for (const layerCase of readCases<LayerCase>(`layers/${kind}`)) {
    test.skipIf(!isReady(layerCase))(`${layerCase.name} (slow forward pass)`, () => {
      const { network, weights } = openCase(layerCase);
      expectShapes(network, layerCase.outputShapes);
      const { input, outputs } = firstBatch(layerCase);
      for (let position = 0; position < input.shape[0]!; position++) {
        const trace = forward(network, weights, row(input, position));
        network.outputs.forEach((name, place) => {
          expectClose(trace.layers.get(name)!.output, row(outputs[place]!, position), FORWARD, name);
        });
      }
    });
  }
});

test('every layer kind of the fixtures is known here', () => {
  const kinds = layerFiles().filter((file) => /^[A-Z]/.test(file));
  expect(kinds.filter((kind) => !isKnown(kind))).toEqual([]);
});
