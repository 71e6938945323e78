import { describe, expect, test } from 'vitest';
import type { LoadedLesson } from '../../src/lessons/library.ts';
import { LESSONS } from '../../src/lessons/list.ts';
import { neededData } from '../../src/lessons/needed-data.ts';
import type { Questions } from '../../src/lessons/question.ts';

const dense = (dataset: object, input_shape: readonly number[] = [28, 28, 1], units = 10) => ({
  kernelscope: 1,
  dataset,
  model: {
    input_shape,
    layers: [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units, activation: 'softmax' } }],
  },
  compile: { optimizer: 'sgd', loss: 'categorical_crossentropy', metrics: ['accuracy'] },
});

function loaded(documents: readonly unknown[], asked: readonly unknown[] = []): LoadedLesson {
  const questions: Questions = {
    drawn: {
      misconceptions: [],
      make: (random) => ({
        figures: {},
        form: { type: 'number' },
        truth: 1,
        wrong: [],
        document: asked[Math.floor(random.uniform(0, asked.length))],
      }),
    },
  };
  const about = { id: 'a', minutes: 3, after: [], title: { en: '', de: '' }, summary: { en: '', de: '' } };
  const steps = [
    ...documents.map((document, at) => ({ id: `s${at}`, scene: { document } })),
    ...(asked.length > 0 ? [{ id: 'asked', task: { type: 'question', question: 'drawn' } as const }] : []),
  ];
  return { about, lesson: { steps }, questions };
}

describe('the data that a lesson needs', () => {
  test('are those of its documents, as many samples as they take', () => {
    const wants = neededData(loaded([dense({ name: 'fashion-mnist', train: 1500, test: 200 })]));
    expect(wants('data/fashion-mnist/train-0.bin')).toBe(true);
    expect(wants('data/fashion-mnist/train-1.bin')).toBe(true);
    expect(wants('data/fashion-mnist/train-2.bin')).toBe(false);
    expect(wants('data/fashion-mnist/test-0.bin')).toBe(true);
    expect(wants('data/fashion-mnist/first.bin')).toBe(true);
    expect(wants('data/fashion-mnist/LICENSE.txt')).toBe(true);
    expect(wants('data/emoji/first.bin')).toBe(false);
    // The page opens with a digit, before the lesson.
    expect(wants('data/mnist/first.bin')).toBe(true);
    expect(wants('data/mnist/train-0.bin')).toBe(false);
    expect(wants('data/photos/first.bin')).toBe(true);
  });

  test('none where they do not fit the model, but what is looked at first', () => {
    const wants = neededData(loaded([dense({ name: 'mnist' }, [5, 5, 1])]));
    expect(wants('data/mnist/first.bin')).toBe(true);
    expect(wants('data/mnist/train-0.bin')).toBe(false);
  });

  test('those of the page’s own model, where the lesson begins with it', () => {
    expect(neededData(loaded([undefined]))('data/mnist/train-1.bin')).toBe(true);
  });

  test('also those of questions, whatever they draw', () => {
    const asked = ['emoji', 'fashion-mnist'].map((name) =>
      dense({ name, train: 10, test: 10 }, name === 'emoji' ? [28, 28, 3] : [28, 28, 1]),
    );
    const wants = neededData(loaded([dense({ name: 'mnist' })], asked));
    expect(wants('data/emoji/first.bin')).toBe(true);
    expect(wants('data/fashion-mnist/train-0.bin')).toBe(true);
  });

  test('a series that another set is cut from', () => {
    const windows = {
      kernelscope: 1,
      dataset: { name: 'weather-8' },
      model: { input_shape: [10, 8], layers: [] },
    };
    const layers = [{ class_name: 'Flatten' }];
    const wants = neededData(loaded([{ ...windows, model: { input_shape: [10, 8], layers } }]));
    expect(wants('data/weather/series.bin')).toBe(true);
  });
});

test.each(LESSONS.abouts.map(({ id }) => id))('of %s can be told', async (id) => {
  const wants = neededData(await LESSONS.load(id));
  expect(wants('data/mnist/first.bin')).toBe(true);
});
