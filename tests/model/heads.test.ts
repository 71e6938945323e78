import { describe, expect, test } from 'vitest';
import { admit } from '../../src/model/gate.ts';
import { figureNames, headsOf } from '../../src/model/heads.ts';
import { minimise } from '../../src/model/normalise.ts';

const twoHeads = (compile: object) => ({
  kernelscope: 1,
  model: {
    input_shape: [4],
    layers: [
      { class_name: 'Dense', config: { name: 'body', units: 3 } },
      { class_name: 'Dense', config: { name: 'kind', units: 2, activation: 'softmax' } },
      { class_name: 'Dense', config: { name: 'size', units: 1 }, inputs: ['body'] },
    ],
    outputs: ['kind', 'size'],
  },
  compile,
});

const byList = {
  loss: ['categorical_crossentropy', 'mse'],
  loss_weights: [1, 0.5],
  metrics: [['accuracy'], []],
};

describe('the heads of a model', () => {
  test('by a list, or by the names of the outputs: the same', () => {
    const { document, network } = admit(twoHeads(byList));
    const byName = admit(
      twoHeads({
        loss: { size: 'mse', kind: 'categorical_crossentropy' },
        loss_weights: { size: 0.5 },
        metrics: { kind: ['accuracy'] },
      }),
    );
    expect(byName.document).toEqual(document);
    const heads = headsOf(document.compile!, network.outputs);
    expect(heads.map(({ output, weight, metrics }) => [output, weight, metrics])).toEqual([
      ['kind', 1, ['accuracy']],
      ['size', 0.5, []],
    ]);
    expect(figureNames(heads)).toEqual(['loss', 'kind_loss', 'kind_accuracy', 'size_loss']);
    expect(admit(minimise(document)).document).toEqual(document);
  });

  test('one loss is that of every output', () => {
    const { document, network } = admit(twoHeads({ loss: 'mse' }));
    expect(headsOf(document.compile!, network.outputs).map(({ loss }) => loss.class_name)).toEqual([
      'MeanSquaredError',
      'MeanSquaredError',
    ]);
  });

  test.each([
    ['compile.loss', { ...byList, loss: ['mse'] }],
    ['compile.loss_weights', { ...byList, loss_weights: [1, 2, 3] }],
    ['compile.metrics', { ...byList, metrics: ['accuracy'] }],
    ['compile.loss', { ...byList, loss: { kind: 'mse', other: 'mse' } }],
    ['compile.loss[1]', { ...byList, loss: { kind: 'mse' } }],
  ])('%s has to fit the outputs', (path, compile) => {
    expect(() => admit(twoHeads(compile))).toThrow(path);
  });
});
