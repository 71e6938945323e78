import { describe, expect, test } from 'vitest';
import { fromPython } from '../../../src/formats/keras/from-python.ts';
import type { PythonContext } from '../../../src/formats/keras/reading/context.ts';
import { admit } from '../../../src/model/gate.ts';
import { minimise } from '../../../src/model/normalise.ts';
import { pythonSentence } from '../../../src/text/python.ts';

const context: PythonContext = {
  dataset: { name: 'mnist', title: 'MNIST', shape: [28, 28, 1], classes: 10, train: 2000, test: 500 },
};

const IMPORTS = `from keras.models import Sequential, Model
from keras.layers import *
import keras
from keras import layers
import numpy as np
`;

interface Short {
  readonly title: string;
  readonly seed: number;
  readonly dataset: { readonly name: string; readonly train?: number; readonly test?: number };
  readonly model: {
    readonly input_shape: readonly number[];
    readonly batch_size?: number;
    readonly outputs?: readonly string[];
    readonly layers: readonly {
      readonly class_name: string;
      readonly config: Record<string, unknown>;
      readonly inputs?: readonly string[];
    }[];
  };
  readonly compile?: Record<string, unknown>;
  readonly fit?: Record<string, unknown>;
}

function read(code: string, given = context) {
  const reading = fromPython(IMPORTS + code, given);
  expect(reading.problems.map(pythonSentence)).toEqual([]);
  return { ...reading, short: minimise(admit(reading.document).document) as Short };
}

/** The units of the Dense layers that the code makes. */
function units(code: string): unknown[] {
  return read(code).short.model.layers.map(({ config }) => config.units);
}

/** What `print` gives for an expression. */
function printed(code: string): string {
  const { problems, printed: lines } = fromPython(`${code}\n`, context);
  expect(problems.map(({ code: what }) => what)).toEqual(['no-model']);
  return lines.join('\n');
}

/** What the reading cannot take: code, and the text at its place. */
function problem(code: string): [string, string] {
  const whole = IMPORTS + code;
  const { document, problems } = fromPython(whole, context);
  expect(document).toBeUndefined();
  expect(problems).toHaveLength(1);
  const [{ code: what, from, to, line }] = problems as [(typeof problems)[0]];
  expect(line).toBe(whole.slice(0, from).split('\n').length);
  return [what, whole.slice(from, to)];
}

const notes = (code: string) => read(code).notes.map((note) => pythonSentence(note));

const OUT = 'model = Sequential([Input((4,)), Dense(3)])\n';

describe('Python', () => {
  test.each([
    ['1 + 2 * 3 ** 2 // 4 - 7 % 4', '2'],
    ['-7 // 2, -7 % 3, 7 / 2, 2 ** -1', '(-4, 2, 3.5, 0.5)'.slice(1, -1).replaceAll(',', '')],
    ['not False and False', 'False'],
    ['True or not True and False', 'True'],
    ['1 < 2 < 3, 1 < 3 < 2, 3 not in [1, 2], None is None', 'True False True True'],
    ['1 if [] else 2', '2'],
    ["'%d %5.2f %s %-4s| %%' % (3, 2.5, 'a', 'b')", '3  2.50 a b   | %'],
    ['f\'{3:>4}|{2.5:.3f}|{"a"!r}|{1 + 1}\'', "   3|2.500|'a'|2"],
    ["'{} {1} {name:>3}'.format(1, 2, name='x')", '1 2   x'],
    ["'a' 'b' + \"c\\n\".strip() + r'\\n'", 'abc\\n'],
    ['[1, 2, 3][-1], (4, 5)[0:1], {"k": 6}["k"], "abc"[::-1]', '3 (4,) 6 cba'],
    ['[i * j for i in range(3) for j in (1, 2) if i != 1]', '[0, 0, 2, 4]'],
    ['{k: v for k, v in zip("ab", [1, 2])}', "{'a': 1, 'b': 2}"],
    [
      'list(enumerate("ab")), max(1, 3, 2), min([4, 2]), sum(i for i in [1, 2])',
      "[(0, 'a'), (1, 'b')] 3 2 3",
    ],
    ['int(3.9), float(2), str(1.0), len("abc"), round(2.5), abs(-3)', '3 2.0 1.0 3 2 3'],
    ['(lambda x, y=2: x + y)(1), 0x10, 1_000, 1e3, .5', '3 16 1000 1000.0 0.5'],
    ['1e-05, 1e16, 1/3, True + 1', '1e-05 1e+16 0.3333333333333333 2'],
    [
      '[*range(3), 4], sorted([3, 1]), reversed([1, 2]), [1] * 2 + [3]',
      '[0, 1, 2, 4] [1, 3] [2, 1] [1, 1, 3]',
    ],
  ])('print(%s)', (expression, expected) => {
    expect(printed(`print(${expression})`)).toBe(expected);
  });

  test('statements', () => {
    expect(
      printed(`
a, (b, *c) = 1, (2, 3, 4)
a += 10; b *= 2
d = e = [0]
d.append(a)
d.extend((b, 5))
d[0] = 'x'
def f(x, y=2, *rest, z=1, **named):
    """text"""
    return x + y + z + sum(rest), named
total = 0
while True:
    total += 1
    if total == 3:
        continue
    elif total > 5:
        break
else:
    total = -1
for i in range(3):
    pass
else:
    total += 100
try:
    {}['no']
except KeyError:
    total += 1000
finally:
    total += 0
print(a, b, c, e, f(1), f(1, 2, 3, z=4, w=5), total)`),
    ).toBe("11 4 [3, 4] ['x', 11, 4, 5] (4, {}) (10, {'w': 5}) 1106");
  });

  test('what only a notebook understands is passed over', () => {
    expect(units(`%matplotlib inline\n!pip install keras\n${OUT}`)).toEqual([3]);
  });
});

describe('models', () => {
  test('a Sequential, as a list and with add; loops, functions and formatted names', () => {
    const { short } = read(`
def block(model, n, **more):
    model.add(Conv2D(n, (3, 3), activation='relu', **more))
model = Sequential(name='net')
block(model, 8, input_shape=(28, 28, 1))
for i, n in enumerate([16, 32]):
    block(model, n, name=f'conv_{i}')
model.add(layers.Flatten())
model.add(keras.layers.Dense(10, 'softmax'))
`);
    expect(short.model.input_shape).toEqual([28, 28, 1]);
    expect(short.model.layers.map(({ config }) => config.name)).toEqual([
      'conv2d',
      'conv_0',
      'conv_1',
      'flatten',
      'dense',
    ]);
    expect(short.model.layers[4]!.config).toEqual({ name: 'dense', units: 10, activation: 'softmax' });
  });

  test('the functional form: layers read what they are called on', () => {
    const { short } = read(`
inputs = keras.Input(shape=(8, 8, 2))
a = Conv2D(2, 3, padding='same')(inputs)
b = ReLU()(inputs)
unused = Flatten()(a)
model = keras.Model(inputs=inputs, outputs=[b, a])
`);
    expect(short.model.layers).toEqual([
      { class_name: 'Conv2D', config: { name: 'conv2d', filters: 2, kernel_size: [3, 3], padding: 'same' } },
      { class_name: 'ReLU', config: { name: 're_lu' }, inputs: ['input'] },
    ]);
    expect(short.model.outputs).toEqual(['re_lu', 'conv2d']);
  });

  test('a model within a model is its layers', () => {
    expect(
      units(`
encoder = Sequential([Dense(5, input_shape=(9,)), Dense(4)])
decoder = Sequential([Dense(5), Dense(9)])
inputs = Input(shape=(9,))
model = Model(inputs, decoder(encoder(inputs)))
`),
    ).toEqual([5, 4, 5, 9]);
    expect(units(`model = Sequential([Sequential([Input((9,)), Dense(2)]), Dense(1)])`)).toEqual([2, 1]);
  });

  test('a layer without weights may be used twice', () => {
    const { short } = read(`
act = Activation('relu')
inputs = Input(shape=(4,))
model = Model(inputs, act(Dense(2)(act(Dense(3)(inputs)))))
`);
    expect(short.model.layers.map(({ config }) => config.name)).toEqual([
      'dense',
      'activation',
      'dense_1',
      'activation_1',
    ]);
  });

  test('old spellings', () => {
    const { short, notes: said } = read(`
model = Sequential()
model.add(Convolution2D(4, (3, 3), border_mode='same', batch_input_shape=(2, 9, 9, 1)))
model.add(Flatten())
model.add(Dense(output_dim=3))
model.compile(optimizer=keras.optimizers.Adam(lr=0.01, decay=0.0), loss='mse')
model.fit(X, Y, nb_epoch=7, batch_size=2)
`);
    expect(short.model.batch_size).toBe(2);
    expect(short.model.layers[0]!.config).toMatchObject({ padding: 'same' });
    expect(short.compile).toMatchObject({
      optimizer: { class_name: 'Adam', config: { learning_rate: 0.01 } },
    });
    expect(short.fit).toEqual({ epochs: 7, batch_size: 2 });
    expect(said.map((note) => pythonSentence(note))).toEqual(
      expect.arrayContaining([
        '`lr` is `learning_rate` in Keras 3.',
        '`border_mode` is `padding` in Keras 3.',
        '`nb_epoch` is `epochs` in Keras 3.',
      ]),
    );
    expect(units(`model = Sequential([Dense(2, input_dim=5)])`)).toEqual([2]);
    expect(units(`model = Sequential([InputLayer(input_shape=(5,)), Dense(2)])`)).toEqual([2]);
    expect(units(`model = Sequential([Dense(2)])\nmodel.build((None, 6))`)).toEqual([2]);
  });

  test('tensorflow.keras, tf.keras and other ways in', () => {
    for (const code of [
      `import tensorflow as tf\nm = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(2, activation=tf.nn.relu)])`,
      `from tensorflow.keras import models, layers as L\nm = models.Sequential([L.Input((3,)), L.Dense(2)])`,
      `import tensorflow.keras.layers as L\nfrom tensorflow import keras as K\nm = K.models.Sequential([L.Dense(2, input_shape=(3,))])`,
      `from keras.layers.core import Dense as D\nfrom keras.engine.topology import Input\nfrom keras.models import Sequential as S\nm = S([D(2, input_shape=[3])])`,
    ]) {
      expect(units(code)).toEqual([2]);
    }
  });

  test('the shape of a tensor decides, as in a residual block', () => {
    expect(
      units(`
inputs = Input(shape=(6,))
x = Dense(4)(inputs)
if x.shape[-1] != 5:
    x = Dense(5)(x)
model = Model(inputs, x)
`),
    ).toEqual([4, 5]);
  });
});

describe('compile and fit', () => {
  test('objects, schedules, callbacks', () => {
    const { short } = read(`
from keras.optimizers import SGD
from keras.callbacks import EarlyStopping, ModelCheckpoint
schedule = keras.optimizers.schedules.ExponentialDecay(0.1, 100, decay_rate=0.5, staircase=True)
model = Sequential([Dense(10, input_shape=(4,), kernel_initializer=keras.initializers.RandomNormal(0.0, 0.1))])
model.compile(SGD(schedule, 0.9), keras.losses.CategoricalCrossentropy(from_logits=True), metrics=['accuracy'])
history = model.fit(x_train, y_train, 64, 5, validation_split=0.1, shuffle=False, verbose=2,
                    callbacks=[EarlyStopping('val_loss', patience=3), ModelCheckpoint('best.keras')])
print(history.history['loss'])
model.evaluate(x_test, y_test)
`);
    expect(short.model.layers[0]!.config.kernel_initializer).toEqual({
      class_name: 'RandomNormal',
      config: { stddev: 0.1 },
    });
    expect(short.compile).toEqual({
      optimizer: {
        class_name: 'SGD',
        config: {
          learning_rate: {
            class_name: 'ExponentialDecay',
            config: { initial_learning_rate: 0.1, decay_steps: 100, decay_rate: 0.5, staircase: true },
          },
          momentum: 0.9,
        },
      },
      loss: { class_name: 'CategoricalCrossentropy', config: { from_logits: true } },
      metrics: ['accuracy'],
    });
    expect(short.fit).toEqual({
      epochs: 5,
      batch_size: 64,
      validation_split: 0.1,
      shuffle: false,
      callbacks: [{ class_name: 'EarlyStopping', config: { patience: 3 } }],
    });
  });

  test('fits of one model add up; of many models they are repeats', () => {
    const { short } = read(
      `${OUT}model.compile('adam', 'mse')\nfor i in range(4):\n    model.fit(X, y, epochs=2)\n`,
    );
    expect(short.fit).toEqual({ epochs: 8 });
    const { repeats } = read(`
def run():
    model = Sequential([Dense(1, input_shape=(3,))])
    model.compile('adam', 'mse')
    model.fit(X, y)
    return model.evaluate(X, y)
scores = [run() for _ in range(10)]
print('%.3f' % np.mean(scores))
`);
    expect(repeats).toBe(10);
  });
});

describe('data', () => {
  test('names and shapes take their values from the data set, and the notes say so', () => {
    const code = `
n_steps, n_features = trainX.shape[1], trainX.shape[2]
model = Sequential([Conv1D(4, 3, input_shape=(n_steps, n_features)), Flatten(), Dense(num_classes)])
`;
    expect(read(code).short.model.input_shape).toEqual([28, 28]);
    expect(notes(code)).toEqual([
      "The MNIST data take the place of the code's own.",
      '`trainX.shape[1]` is 28 from the MNIST data.',
      '`trainX.shape[2]` is 28 from the MNIST data.',
      '`num_classes` is 10 from the MNIST data.',
    ]);
  });

  test('what the code loads, reshapes and cuts', () => {
    const { short } = read(`
(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train = x_train[:300].reshape((-1, 28, 28, 1)).astype('float32') / 255
x_test = np.expand_dims(x_test[:50], -1)
y_train = keras.utils.to_categorical(y_train, 10)
model = Sequential([Input(x_train.shape[1:]), Flatten(), Dense(y_train.shape[1])])
model.compile('adam', 'mse')
model.fit(x_train, y_train)
model.evaluate(x_test, y_test)
`);
    expect(short.dataset).toEqual({ name: 'fashion-mnist', train: 300, test: 50 });
    expect(short.model.input_shape).toEqual([28, 28, 1]);
    expect(short.model.layers[1]!.config.units).toBe(10);
  });

  test('arrays of the code’s own shape, and a model without an input', () => {
    expect(
      read(
        `X = np.random.random((50, 7))\n${'model = Sequential([Dense(2)])\nmodel.compile("adam", "mse")\nmodel.fit(X, y)'}`,
      ).short.model.input_shape,
    ).toEqual([7]);
    expect(read(`model = Sequential([Flatten(), Dense(2)])`).short.model.input_shape).toEqual([28, 28, 1]);
  });

  test('other libraries are left out', () => {
    const code = `
import matplotlib.pyplot as plt, pandas as pd
frame = pd.read_csv('a.csv', header=None)
train = frame.values[:67, 1:] * 2
for row in frame.iterrows():
    print(row)
if frame.isnull().any():
    raise ValueError('no')
plt.figure(figsize=(8, 3))
plt.plot(train)
with open('x') as file:
    file.write('x')
${OUT}model.summary()
print(model.predict(train))
`;
    expect(notes(code)).toEqual(
      expect.arrayContaining(['`matplotlib.pyplot` is left out.', '`pandas` is left out.']),
    );
  });

  test('title, seed and fit come from the document in hand where the code does not say them', () => {
    const inHand = { ...context, title: 'Mine', seed: 9, fit: { epochs: 3 } };
    expect(read(OUT, inHand).short).toMatchObject({ title: 'Mine', seed: 9, fit: { epochs: 3 } });
    expect(
      fromPython(`# Other\n${IMPORTS}${OUT}keras.utils.set_random_seed(4)`, inHand).document,
    ).toMatchObject({
      title: 'Other',
      seed: 4,
    });
  });
});

describe('what cannot be taken is said at its place', () => {
  test.each([
    ['x = (1, [2\ny = 3\n', 'open-bracket', '('],
    ['print "old"', 'print-statement', 'print "old"'],
    ['10 ** 10 ** 10', 'large-number', '10 ** 10 ** 10'],
    ['"a" * 10 ** 9', 'too-large', '"a" * 10 ** 9'],
    ['[0] * 99999 * 99999', 'too-large', '[0] * 99999 * 99999'],
    ['layers.Lambda(3)', 'unknown-layer', 'layers.Lambda(3)'],
    ['Dense(3, colour="red")', 'unknown-argument', 'colour="red"'],
    ['Dense()\nSequential([Input((2,)), Dense()])', 'gate', 'Dense()'],
    ['Sequential([Input((2,)), Dense(32 / 2)])', 'whole-argument', '32 / 2'],
    ['Sequential([Input((2,)), Dense(3, activation="rel")])', 'gate', 'activation="rel"'],
    ['Sequential([Input((2,)), Conv2D(3, 3)])', 'gate', 'Conv2D(3, 3)'],
    ['Sequential([Input((2,)), Dense(foo(3))])', 'unknown-value', 'foo(3)'],
    ['d = Dense(2)\ni = Input((2,))\nModel(i, d(d(i)))', 'shared', 'd(d(i))'],
    ['a = Input((2,))\nb = Input((2,))\nModel([a, b], a)', 'several-inputs', '(2,)'],
    ['x = Input((2,))\ny = x * 2', 'tensor-arithmetic', 'x * 2'],
    ['Sequential([Input((2,)), 3])', 'no-layer', '[Input((2,)), 3]'],
    [`${OUT}model.compile("adam", "nothing")`, 'gate', '"nothing"'],
    [`${OUT}def mine(a, b):\n    return a\nmodel.compile("adam", mine)`, 'own-function', 'mine'],
    ['class Mine(keras.Model):\n    pass\nmodel = Mine()', 'own-class', 'Mine()'],
    ['[1, 2][5]', 'index', '[1, 2][5]'],
    ['1 / 0', 'division', '1 / 0'],
    ['"a" + 1', 'operands', '"a" + 1'],
    ['"a".constructor', 'no-attribute', '"a".constructor'],
    ['{}["__proto__"]', 'key', '{}["__proto__"]'],
    ['raise ValueError("no")', 'raised', 'raise ValueError("no")'],
    ['Sequential()', 'empty-model', 'Sequential()'],
  ])('%s', (code, what, at) => {
    expect(problem(code)).toEqual([what, at]);
  });

  test.each([
    ['while True: pass', 'too-long'],
    ['def f(n): return f(n + 1)\nf(0)', 'recursion'],
    ['l = []\nl.append(l)\nprint(l)', 'recursion'],
    ['m = Sequential([Input((2,)), Dense(1)])\nm.add(m)', 'recursion'],
    ['m = Sequential([Input((2,)), Dense(2)])\nfor i in range(99): m = Sequential([m, m])', 'too-long'],
    ['l = 1\nfor i in range(99): l = [l, l]\nSequential([Input((2,)), Dense(l)])', 'too-large'],
    [`${'('.repeat(9999)}1`, 'deep'],
    [`x = ${'-'.repeat(9999)}1`, 'deep'],
    [`x = ${'1 + '.repeat(9999)}1`, 'deep'],
    ['#'.repeat(70_000), 'long-code'],
  ])('%s ends', (code, what) => {
    expect(fromPython(IMPORTS + code, context).problems.map((found) => found.code)).toEqual([what]);
  });
});
