"""Small models that show every form which Keras 3 gives an archive; weights and inputs are drawn from a seed."""

import keras
import numpy as np
from keras import layers


def sequential():
    model = keras.Sequential(
        [
            keras.Input((6, 6, 1)),
            layers.Conv2D(2, 3, activation="relu", kernel_regularizer="l2"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(3, activation="softmax", kernel_initializer="he_normal"),
        ]
    )
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model


def built_by_call():
    """Without an Input of its own."""
    model = keras.Sequential([layers.Dense(3, activation="tanh"), layers.Dense(2)], name="by_call")
    model(np.zeros((1, 4)))
    return model


def branches():
    """Layers of one class whose order in the graph is not that of their making."""
    inputs = keras.Input((5, 5, 2))
    late = layers.Conv2D(3, 1, name="late")
    early = layers.Conv2D(3, 3, padding="same", name="early")(inputs)
    deep = layers.Conv2D(3, 1, name="deeper")(early)
    side = layers.Conv2D(3, 1, name="side")(inputs)
    merged = layers.Add()([side, late(deep), early])
    both = layers.Concatenate()([merged, early])
    return keras.Model(inputs, layers.GlobalAveragePooling2D()(both))


def heads():
    inputs = keras.Input((4,))
    hidden = layers.Dense(5, activation="relu")(inputs)
    left = layers.Dense(2, activation="softmax", name="left")(hidden)
    right = layers.Dense(1, name="right")(hidden)
    model = keras.Model(inputs, [left, right])
    model.compile("sgd", {"left": "categorical_crossentropy", "right": "mse"}, loss_weights=[1.0, 0.5])
    return model


def recurrent():
    return keras.Sequential(
        [
            keras.Input((None, 3)),
            layers.LSTM(2, return_sequences=True, dropout=0.2),
            layers.Bidirectional(layers.GRU(2, return_sequences=True)),
            layers.SimpleRNN(2),
            layers.Dense(2),
        ]
    )


def stateful():
    return keras.Sequential(
        [keras.Input(batch_shape=(2, 3, 2)), layers.LSTM(2, stateful=True), layers.Dense(1)]
    )


def states():
    """A recurrent layer that begins with the state of another."""
    inputs = keras.Input((4, 2))
    sequence, hidden, carry = layers.LSTM(3, return_sequences=True, return_state=True)(inputs)
    decoded = layers.LSTM(3)(sequence, initial_state=[hidden, carry])
    return keras.Model(inputs, layers.Dense(1)(decoded))


def wrappers():
    return keras.Sequential(
        [
            keras.Input((4, 6, 1)),
            layers.TimeDistributed(layers.Conv1D(2, 3, padding="causal", dilation_rate=2, activation="elu")),
            layers.Reshape((4, -1)),
            layers.Conv1D(3, 2, padding="causal"),
            layers.Flatten(),
            layers.Dense(1),
        ]
    )


def normalised():
    return keras.Sequential(
        [
            keras.Input((6, 6, 2)),
            layers.SeparableConv2D(3, 3, depth_multiplier=2),
            layers.BatchNormalization(),
            layers.ReLU(6.0),
            layers.DepthwiseConv2D(2),
            layers.LayerNormalization(),
            layers.SpatialDropout2D(0.1),
            layers.GaussianNoise(0.1),
            layers.GlobalMaxPooling2D(),
            layers.Dropout(0.5),
            layers.Dense(2),
        ]
    )


def nested():
    """Models within models, with names that meet."""
    block = keras.Sequential([keras.Input((4,)), layers.Dense(3, name="dense"), layers.ReLU()], name="block")
    start = keras.Input((3,))
    inner = layers.Dense(3, name="dense")(start)
    residual = keras.Model(start, layers.Add()([inner, start]), name="residual")
    inputs = keras.Input((4,))
    outputs = layers.Dense(2, name="dense")(residual(block(inputs)))
    return keras.Model(inputs, outputs)


def frozen():
    model = keras.Sequential([keras.Input((3,)), layers.Dense(2, name="held"), layers.Dense(1)])
    model.layers[0].trainable = False
    model.compile(keras.optimizers.Lion(), "huber")
    return model


def unknown():
    inputs = keras.Input((4, 2))
    return keras.Model(inputs, layers.Attention(name="looks")([inputs, inputs]))


def shared():
    inputs = keras.Input((3,))
    twice = layers.Dense(3, name="twice")
    return keras.Model(inputs, twice(twice(inputs)))


def two_inputs():
    one, other = keras.Input((3,), name="one"), keras.Input((3,), name="other")
    return keras.Model([one, other], layers.Add()([one, other]))


def operation():
    inputs = keras.Input((3,))
    return keras.Model(inputs, layers.Dense(3)(inputs) + inputs)


def half():
    return keras.Sequential([keras.Input((3,)), layers.Dense(2, name="halved", dtype="mixed_float16")])


def infinite():
    model = keras.Sequential([keras.Input((3,)), layers.Dense(2, name="diverged")])
    model.layers[0].bias.assign([np.nan, 1.0])
    return model


OPENED = [
    sequential,
    built_by_call,
    branches,
    heads,
    recurrent,
    stateful,
    states,
    wrappers,
    normalised,
    nested,
    frozen,
]
REFUSED = [unknown, shared, two_inputs, operation, half, infinite]


def draw(model, random):
    """Draws every weight; variances above 0, states at 0."""
    for weight in model.weights:
        value = random.normal(0, 0.4, weight.shape)
        weight.assign(np.abs(value) + 0.5 if "variance" in weight.path else value)
    for layer in model.layers:
        if getattr(layer, "stateful", False):
            layer.reset_states()


def batch_for(model, random, rows=2):
    free = [7 if size is None else size for size in model.input_shape[1:]]
    return random.normal(size=[model.input_shape[0] or rows, *free]).astype("float32")


def tensor(array):
    array = np.asarray(array, "float32")
    return {"shape": list(array.shape), "data": [float(number) for number in array.ravel()]}
