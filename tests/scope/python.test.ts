import { expect, test } from 'vitest';
import { seenOf, setUp, trainable } from './setup.ts';

const CODE = `# Two layers
from keras.models import Sequential
from keras.layers import Dense, Flatten
model = Sequential([Flatten(input_shape=trainX.shape[1:]), Dense(n_outputs)])
`;

test('fromPython gives the short document of a script and changes nothing', async () => {
  const set = await setUp();
  const before = await seenOf(set);
  expect(await set.scope.fromPython(CODE)).toEqual({
    kernelscope: 1,
    title: 'Two layers',
    seed: 3,
    dataset: { name: 'mnist', train: 100, test: 50 },
    model: {
      input_shape: [28, 28, 1],
      layers: [
        { class_name: 'Flatten', config: { name: 'flatten' } },
        { class_name: 'Dense', config: { name: 'dense', units: 10 } },
      ],
    },
    fit: { epochs: 2 },
  });
  expect(await seenOf(set)).toEqual(before);
});

test('what toPython gives is the document in hand, with what it looks at', async () => {
  const view = { focus: { layer: 'pool', index: [0, 0, 0] } };
  const { scope } = await setUp({ ...trainable, view });
  expect(await scope.fromPython(scope.toPython())).toEqual(scope.getDocument());
});

test('what cannot be taken is rejected with its place and a sentence', async () => {
  const { scope } = await setUp();
  await expect(scope.fromPython(`${CODE}model.add(Dense(`)).rejects.toMatchObject({
    code: 'syntax',
    path: 'line 5, column 10',
    received: '(',
    message: 'At line 5, column 10: this `(` is never closed with `)`.',
  });
  await expect(scope.fromPython(`${CODE}model.add(Lambda(3))`)).rejects.toMatchObject({
    code: 'unsupported',
  });
  await expect(scope.fromPython('')).rejects.toMatchObject({ code: 'unsupported' });
  await expect(scope.fromPython(3 as never)).rejects.toMatchObject({ code: 'type', path: 'code' });
});
