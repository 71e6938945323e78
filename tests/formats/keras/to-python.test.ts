import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPython } from '../../../src/formats/keras/from-python.ts';
import { contextOf } from '../../../src/formats/keras/python-context.ts';
import { pythonLines, toPython } from '../../../src/formats/keras/to-python.ts';
import { argumentsOf } from '../../../src/model/arguments/arguments.ts';
import { datasets } from '../../../src/model/datasets/registry.ts';
import { classesOf } from '../../../src/model/datasets/target.ts';
import { completeForTraining } from '../../../src/model/edit/complete-for-training.ts';
import { digits } from '../../../src/model/examples/digits.ts';
import { admit } from '../../../src/model/gate.ts';
import { minimise } from '../../../src/model/normalise.ts';
import { documents } from '../../arbitraries/documents.ts';

const python = (document: unknown) => toPython(admit(document).document);

const layer = (class_name: string, config: object) => ({ class_name, config });

/** A classifier of 28 x 28 pictures around these layers. */
const classifier = (layers: readonly object[], rest: object = {}) => ({
  kernelscope: 1,
  title: 'Test',
  seed: 3,
  dataset: { name: 'mnist', train: 100, test: 20 },
  model: {
    input_shape: [28, 28, 1],
    layers: [...layers, layer('Flatten', {}), layer('Dense', { units: 10, name: 'out' })],
  },
  ...rest,
});

describe('toPython', () => {
  test('the default document, in full', () => {
    expect(python(digits)).toBe(`# Digits
import keras
from keras import layers

keras.utils.set_random_seed(7)

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train[:2000, ..., None].astype("float32") / 255
x_test = x_test[:500, ..., None].astype("float32") / 255
y_train, y_test = y_train[:2000], y_test[:500]
y_train = keras.utils.to_categorical(y_train, 10)
y_test = keras.utils.to_categorical(y_test, 10)

model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Conv2D(filters=8, kernel_size=(3, 3), activation="relu", name="conv2d"),  # (None, 26, 26, 8)
    layers.MaxPooling2D(name="max_pooling2d"),  # (None, 13, 13, 8)
    layers.Conv2D(filters=16, kernel_size=(3, 3), activation="relu", name="conv2d_1"),  # (None, 11, 11, 16)
    layers.MaxPooling2D(name="max_pooling2d_1"),  # (None, 5, 5, 16)
    layers.Flatten(name="flatten"),  # (None, 400)
    layers.Dense(units=10, activation="softmax", name="dense"),  # (None, 10)
])

model.summary()

model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.003),
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)

model.fit(x_train, y_train, epochs=10, validation_split=0.1)
model.evaluate(x_test, y_test)
`);
  });

  test('without compile it ends with the model', () => {
    expect(python(classifier([]))).toBe(`# Test
import keras
from keras import layers

keras.utils.set_random_seed(3)

model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Flatten(name="flatten"),  # (None, 784)
    layers.Dense(units=10, name="out"),  # (None, 10)
])

model.summary()
`);
  });

  test('Keras objects stand where Keras keeps their classes, long ones an argument a line', () => {
    const code = python(
      classifier(
        [
          layer('Conv2D', {
            name: 'first',
            filters: 3,
            kernel_size: [3, 5],
            strides: 2,
            padding: 'same',
            use_bias: false,
            kernel_initializer: { class_name: 'RandomNormal', config: { stddev: 0.1, seed: 4 } },
          }),
        ],
        {
          compile: {
            optimizer: {
              class_name: 'SGD',
              config: {
                learning_rate: {
                  class_name: 'ExponentialDecay',
                  config: { initial_learning_rate: 0.1, decay_steps: 50, decay_rate: 0.5, staircase: true },
                },
              },
            },
            loss: { class_name: 'SparseCategoricalCrossentropy', config: { from_logits: true } },
          },
          fit: {
            epochs: 3,
            shuffle: false,
            callbacks: [{ class_name: 'EarlyStopping', config: { patience: 2 } }],
          },
        },
      ),
    );
    expect(code).toContain(`    layers.Conv2D(
        filters=3,
        kernel_size=(3, 5),
        strides=(2, 2),
        padding="same",
        use_bias=False,
        kernel_initializer=keras.initializers.RandomNormal(stddev=0.1, seed=4),
        name="first",
    ),  # (None, 14, 14, 3)
`);
    expect(code).toContain(`model.compile(
    optimizer=keras.optimizers.SGD(
        learning_rate=keras.optimizers.schedules.ExponentialDecay(
            initial_learning_rate=0.1,
            decay_steps=50,
            decay_rate=0.5,
            staircase=True,
        ),
    ),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
`);
    expect(code).toContain(`model.fit(
    x_train,
    y_train,
    epochs=3,
    shuffle=False,
    callbacks=[keras.callbacks.EarlyStopping(patience=2)],
)
`);
    // A sparse loss takes the class numbers.
    expect(code).not.toContain('to_categorical');
  });

  test('a layer that reads an earlier one than the last needs the functional form', () => {
    const code = python(
      classifier([
        layer('Dropout', { name: 'a b', rate: 0.5 }),
        layer('Dropout', { name: 'a-b', rate: 0.25 }),
        { ...layer('ReLU', { name: '3' }), inputs: ['a b'] },
      ]),
    );
    expect(code).toContain(`inputs = keras.Input(shape=(28, 28, 1))
a_b_out = layers.Dropout(rate=0.5, name="a b")(inputs)  # (None, 28, 28, 1)
a_b_out_1 = layers.Dropout(rate=0.25, name="a-b")(a_b_out)  # (None, 28, 28, 1)
_3_out = layers.ReLU(name="3")(a_b_out)  # (None, 28, 28, 1)
flatten_out = layers.Flatten(name="flatten")(_3_out)  # (None, 784)
out_out = layers.Dense(units=10, name="out")(flatten_out)  # (None, 10)
model = keras.Model(inputs, out_out)
`);
  });

  test('free sizes and a fixed batch are said where Keras takes them', () => {
    const code = python({
      kernelscope: 1,
      model: {
        input_shape: [null, 3],
        batch_size: 4,
        layers: [layer('Conv1D', { filters: 2, kernel_size: 3, padding: 'causal' })],
      },
    });
    expect(code).toContain(`    keras.Input(shape=(None, 3), batch_size=4),
    layers.Conv1D(filters=2, kernel_size=(3,), padding="causal", name="conv1d"),  # (4, None, 2)
`);
  });

  test('a model of a fixed batch is evaluated in batches of that size', () => {
    const code = python({
      kernelscope: 1,
      title: 'Stateful',
      seed: 3,
      dataset: { name: 'series-3' },
      model: {
        input_shape: [3, 1],
        batch_size: 1,
        layers: [layer('LSTM', { units: 4, stateful: true }), layer('Dense', { units: 1 })],
      },
      compile: { optimizer: 'adam', loss: 'mse' },
      fit: { epochs: 1, batch_size: 1, shuffle: false },
    });
    expect(code).toContain('model.evaluate(x_test, y_test, batch_size=1)');
  });

  test('several outputs, and objects within a layer', () => {
    const code = python({
      kernelscope: 1,
      model: {
        input_shape: [5, 3],
        layers: [
          layer('Dense', {
            name: 'a',
            units: 2,
            kernel_regularizer: { class_name: 'L2', config: { l2: 0.1 } },
            kernel_constraint: { class_name: 'MaxNorm', config: { max_value: 1, axis: [0, 1] } },
          }),
          { ...layer('Dense', { name: 'b', units: 1 }), inputs: ['input'] },
        ],
        outputs: ['a', 'b'],
      },
    });
    expect(code).toContain(`a_out = layers.Dense(
    units=2,
    kernel_regularizer=keras.regularizers.L2(l2=0.1),
    kernel_constraint=keras.constraints.MaxNorm(max_value=1, axis=(0, 1)),
    name="a",
)(inputs)  # (None, 5, 2)
b_out = layers.Dense(units=1, name="b")(inputs)  # (None, 5, 1)
model = keras.Model(inputs, [a_out, b_out])
`);
  });

  test('each of several outputs has targets of its own', () => {
    const code = python({
      kernelscope: 1,
      dataset: { name: 'mnist', train: 10, test: 5 },
      model: {
        input_shape: [28, 28, 1],
        layers: [
          layer('Flatten', {}),
          layer('Dense', { name: 'classes', units: 10, activation: 'softmax' }),
          { ...layer('Dense', { name: 'number', units: 1 }), inputs: ['flatten'] },
        ],
        outputs: ['classes', 'number'],
      },
      compile: { loss: ['categorical_crossentropy', 'mse'], loss_weights: [1, 0.5] },
    });
    expect(code).toContain('y_train = [keras.utils.to_categorical(y_train, 10), y_train]\n');
    expect(code).toContain(`model.compile(
    loss=["categorical_crossentropy", "mean_squared_error"],
    loss_weights=[1, 0.5],
)
`);
  });

  test('titles and names are only ever text', () => {
    const title = 'x\n import os\r\u2028"""';
    const code = python(classifier([layer('ReLU', { name: 'a"b\\' })], { title }));
    expect(code.split('\n')[0]).toBe('# x import os """');
    expect(code).toContain('layers.ReLU(name="a\\"b\\\\"),  #');
  });

  test('training that cannot be is a comment', () => {
    const compile = { loss: 'mse' };
    const code = python({
      ...classifier([], { compile }),
      model: { input_shape: [8, 8, 1], layers: [layer('Flatten', {})] },
    });
    expect(code).toContain(`model.compile(loss="mean_squared_error")

# The data set "mnist" does not fit this model.
# model.fit(x_train, y_train)
`);
    expect(code).not.toContain('load_data');
  });

  test.each(datasets)(
    '$name is loaded, or stood in for, with what its outputs are trained on',
    (definition) => {
      const { name, shape, target } = definition;
      const model = { input_shape: shape, layers: [layer('Flatten', {})] };
      const { document } = admit(
        completeForTraining(admit({ kernelscope: 1, dataset: { name }, model }).document),
      );
      const code = toPython(document);
      expect(code).toMatch(/keras\.datasets\.\w+\.load_data|# Keras has no data set/);
      expect(code).toContain('model.fit(');
      expect(code.includes('import numpy')).toBe(code.includes('numpy.'));
      const hot = (of: string) => `keras.utils.to_categorical(${of}, ${classesOf(definition).length})`;
      if (target.type === 'classes') expect(code).toContain(`y_train = ${hot('y_train')}\n`);
      else if (target.type === 'numbers') expect(code).not.toContain('to_categorical');
      else
        expect(code).toContain(`y_train = [${hot('y_train[:, head]')} for head in range(${target.heads})]\n`);
      const { document: read, problems } = fromPython(code, contextOf(document));
      expect(problems).toEqual([]);
      expect(minimise(admit(read).document)).toEqual(minimise(document));
    },
  );

  test('every argument is there exactly when it differs from the default, the name always', () => {
    fc.assert(
      fc.property(documents, (random) => {
        const { document, network } = admit(random);
        const lines = pythonLines(document);
        for (const { name, kind, config } of network.layers) {
          const code = lines
            .filter((line) => line.layer === name)
            .map(({ text }) => text.trim())
            .join(' ');
          expect(code).toContain(`layers.${kind}(`);
          for (const argument of argumentsOf(kind)) {
            const value = (config as unknown as Record<string, unknown>)[argument.name];
            const pool = (config as unknown as { pool_size?: unknown }).pool_size;
            const fallback = argument.name === 'strides' && argument.nullable ? pool : argument.default;
            // Keras has no default for the size of an average.
            const required = kind === 'AveragePooling2D' && argument.name === 'pool_size';
            const differs =
              required || argument.name === 'name' || JSON.stringify(value) !== JSON.stringify(fallback);
            const written = new RegExp(`[( ]${argument.name}=`).test(code);
            expect([argument.name, written]).toEqual([argument.name, differs]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the layers’ lines are those of the script', () => {
    const { document } = admit(digits);
    expect(
      `${pythonLines(document)
        .map(({ text }) => text)
        .join('\n')}\n`,
    ).toBe(toPython(document));
    const layers = pythonLines(document).flatMap(({ layer: name }) => name ?? []);
    expect(layers).toEqual(document.model.layers.map(({ config }) => config.name));
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import ast'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Reads the script's calls back: the constructors of layers with their arguments, as JSON. */
const READER = `
import ast, json, sys
def value(node):
    if isinstance(node, ast.Call):
        return {"class_name": node.func.attr, "config": {k.arg: value(k.value) for k in node.keywords}}
    if isinstance(node, (ast.List, ast.Tuple)):
        return [value(item) for item in node.elts]
    return ast.literal_eval(node)
def layers(code):
    calls = [n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Call)]
    return [value(c) for c in calls if isinstance(c.func, ast.Attribute) and isinstance(c.func.value, ast.Name) and c.func.value.id == "layers"]
print(json.dumps([layers(code) for code in json.load(sys.stdin)]))
`;

test.skipIf(!hasPython())('Python reads 20 random scripts, and finds the documents’ layers in them', () => {
  const admitted = fc.sample(documents, { numRuns: 20, seed: 1 }).map((random) => admit(random).document);
  const input = JSON.stringify(admitted.map(toPython));
  const read = JSON.parse(execFileSync('python3', ['-c', READER], { input }).toString()) as object[][];
  for (const [at, document] of admitted.entries()) {
    const { model } = minimise(document) as {
      model: { layers: { class_name: string; config: object; inputs?: unknown }[] };
    };
    const expected = model.layers.map(({ class_name, config }) => ({
      class_name,
      config: class_name === 'AveragePooling2D' ? { pool_size: [2, 2], ...config } : config,
    }));
    expect(read[at]).toEqual(expected);
  }
});
