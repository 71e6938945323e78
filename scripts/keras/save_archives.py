"""
Saves models with Keras 3, with every layer's output for one input. Reads a folder's path as JSON, writes `NAME.keras`
and `NAME.bin` (32-bit floats: the input, then the outputs) there, and a line of JSON each:
`{name, input, layers: [{name, shape, output}]}`; `output` numbers the outputs of the model.
"""

import json
import pathlib
import sys

import archive_models
import keras
import numpy as np


def mobile_net(random):
    model = keras.applications.MobileNetV2(weights=None, input_shape=(96, 96, 3), classes=10)
    for weight in model.weights:
        drawn = random.normal(size=weight.shape)
        if "kernel" in weight.path:
            drawn *= np.sqrt(2 / np.prod(weight.shape[:-1]))
            # Of a depthwise kernel, each channel has its own few weights.
            if "depthwise" in weight.path:
                drawn *= np.sqrt(weight.shape[-2])
        else:
            drawn *= 0.1
        if weight.path.endswith(("gamma", "moving_variance")):
            drawn = np.abs(1 + drawn)
        weight.assign(drawn)
    return model


def save(folder, name, model, random):
    batch = archive_models.batch_for(model, random, rows=1)
    kept = [layer for layer in model.layers if not isinstance(layer, (keras.layers.InputLayer, keras.Model))]
    # Of layers within models, and of several outputs, the first is compared.
    outputs = [layer.output[0] if isinstance(layer.output, (list, tuple)) else layer.output for layer in kept]
    results = keras.Model(model.inputs, outputs)(batch, training=False)
    results = results if isinstance(results, list) else [results]
    for layer in kept:
        if getattr(layer, "stateful", False):
            layer.reset_states()
    model.save(folder / f"{name}.keras")
    rows = [np.asarray(tensor[:1], "<f4") for tensor in [batch, *results]]
    (folder / f"{name}.bin").write_bytes(b"".join(row.tobytes() for row in rows))
    # Layers of a model within may take the name of one outside, which then has another here; an output stays one.
    ends = [tensor._keras_history.operation.name for tensor in model.outputs]
    layers = [
        {
            "name": layer.name,
            "shape": row.shape[1:],
            "output": ends.index(layer.name) if layer.name in ends else None,
        }
        for layer, row in zip(kept, rows[1:])
    ]
    return {"name": name, "input": rows[0].shape[1:], "layers": layers}


def main(folder):
    for make in [*archive_models.OPENED, mobile_net]:
        random = np.random.default_rng(11)
        keras.backend.clear_session()
        if make is mobile_net:
            model = mobile_net(random)
        else:
            model = make()
            archive_models.draw(model, random)
        print(json.dumps(save(folder, make.__name__, model, random)), flush=True)


main(pathlib.Path(json.load(sys.stdin)))
