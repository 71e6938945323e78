"""
Runs scripts and says what models they build. Reads `[{name, script}]` from stdin, writes one JSON text a script:
`{name, layers: [{name, class_name, shape, params}], params, trainable, fitted}` or `{name, error}`. Data sets are
a few random samples, and `fit` only takes a few steps.
"""

import io
import json
import sys
import traceback
from contextlib import redirect_stdout

import jax
import keras
import numpy

# What is built is looked at, and hardly run.
jax.config.update("jax_disable_most_optimizations", True)

ROWS = 8


def load_data():
    pictures = lambda: numpy.random.randint(0, 256, (ROWS, 28, 28)).astype("uint8")
    labels = lambda: numpy.random.randint(0, 10, ROWS).astype("uint8")
    return (pictures(), labels()), (pictures(), labels())


for name in ("mnist", "fashion_mnist"):
    getattr(keras.datasets, name).load_data = load_data

whole_fit = keras.Model.fit


def short_fit(self, x, y, **given):
    """The arguments are Keras's to judge; two epochs of a few rows are enough for that."""
    rows = [part[:ROWS] for part in y] if isinstance(y, list) else y[:ROWS]
    return whole_fit(self, x[:ROWS], rows, **{**given, "epochs": 2, "verbose": 0})


keras.Model.fit = short_fit

whole_compile = keras.Model.compile


def leaves(value):
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    return [leaf for item in value for leaf in leaves(item)] if isinstance(value, (list, tuple)) else [value]


def strict_compile(self, **given):
    """Keras reads the names of losses and metrics only when it trains."""
    whole_compile(self, **given)
    for leaf in leaves(given.get("loss")):
        keras.losses.get(leaf)
    for leaf in leaves(given.get("metrics") or []):
        if leaf not in ("accuracy", "crossentropy"):
            keras.metrics.get(leaf)


keras.Model.compile = strict_compile


def plain(shape):
    return [None if size is None else int(size) for size in shape]


def row(layer):
    output = layer.output
    first = output[0] if isinstance(output, (list, tuple)) else output
    return {
        "name": layer.name,
        "class_name": type(layer).__name__,
        "shape": plain(first.shape),
        "params": int(layer.count_params()),
    }


def count(variables):
    return int(sum(numpy.prod(variable.shape) for variable in variables))


def summary(name, script):
    keras.backend.clear_session()
    scope = {"__name__": "__main__"}
    try:
        with redirect_stdout(io.StringIO()):
            exec(compile(script, name, "exec"), scope)
        model = scope["model"]
        layers = [layer for layer in model.layers if type(layer).__name__ != "InputLayer"]
        return {
            "name": name,
            "layers": [row(layer) for layer in layers],
            "params": int(model.count_params()),
            "trainable": count(model.trainable_weights),
        }
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return {"name": name, "error": f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"}


for entry in json.load(sys.stdin):
    print(json.dumps(summary(**entry)), flush=True)
