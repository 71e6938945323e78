"""What real Keras makes of small models, as data: weights, inputs, outputs, gradients."""

import base64
import json
import os
import zlib

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import keras
import numpy

# The numbers are what counts here; optimizing takes longer than computing them once.
jax.config.update("jax_disable_most_optimizations", True)

MODULES = (
    keras.layers,
    keras.initializers,
    keras.regularizers,
    keras.constraints,
    keras.optimizers,
    keras.optimizers.schedules,
    keras.losses,
    keras.metrics,
)


def generator(*salt):
    """Random numbers of this one case: others may come and go beside it."""
    return numpy.random.default_rng(zlib.crc32(json.dumps(salt).encode()))


def tensor(values):
    array = numpy.ascontiguousarray(values, dtype="<f4")
    return {"shape": list(array.shape), "data": base64.b64encode(array.tobytes()).decode()}


def made(value):
    """The Keras object that `{class_name, config}` stands for, however deep in the value."""
    if isinstance(value, list):
        return [made(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "class_name" not in value:
        return {key: made(item) for key, item in value.items()}
    found = next(getattr(module, value["class_name"]) for module in MODULES if hasattr(module, value["class_name"]))
    return found(**made(value.get("config", {})))


def reduced(value):
    """A Keras config in the document's form: without what only says where Keras keeps a class."""
    if isinstance(value, dict):
        if value.get("class_name") == "DTypePolicy":
            return None
        left_out = ("trainable", "dtype", "build_config", "module", "registered_name")
        return {key: reduced(item) for key, item in value.items() if key not in left_out}
    if isinstance(value, (list, tuple)):
        return [reduced(item) for item in value]
    return value.item() if isinstance(value, numpy.generic) else value


def build(model, batch_size=None):
    """A document's model as a functional Keras model, and its layers by name."""
    inputs = keras.Input(shape=tuple(model["input_shape"]), batch_size=batch_size)
    values = {"input": inputs}
    layers = {}
    previous = "input"
    for entry in model["layers"]:
        layer = made({"class_name": entry["class_name"], "config": dict(entry.get("config", {}))})
        name = layer.name
        layers[name] = layer
        reads = [values[read] for read in entry.get("inputs", [previous])]
        results = listed(layer(reads[0] if len(reads) == 1 else reads))
        for place, result in enumerate(results):
            values[f"{name}/{place}"] = result
        values[name] = results[0]
        previous = name
    outputs = [values[name] for name in model.get("outputs", [previous])]
    return keras.Model(inputs, outputs), layers


def drawn(variable, random):
    """Numbers as a trained model's might be."""
    shape = tuple(variable.shape)
    if variable.name == "moving_variance":
        return random.uniform(0.5, 2, shape).astype("float32")
    values = random.normal(0, 0.5, shape)
    return (values + (1 if variable.name == "gamma" else 0)).astype("float32")


def away_from_zero(random, shape):
    """Normal numbers: not near zero, where many functions have a kink."""
    values = random.normal(0, 1, shape)
    return (values + numpy.sign(values) * 0.05).astype("float32")


def named(layers):
    """Gives every layer a name, Keras's own but the same in every run."""
    counts = {}
    entries = []
    for entry in layers:
        snake = keras.src.utils.naming.to_snake_case(entry["class_name"])
        count = counts.get(snake, 0)
        counts[snake] = count + 1
        name = snake if count == 0 else f"{snake}_{count}"
        entries.append({**entry, "config": {"name": name, **entry.get("config", {})}})
    return entries


def listed(results):
    return list(results) if isinstance(results, (list, tuple)) else [results]


def results_of(model, trainable, others, inputs, cotangents, training, differentiate):
    """Outputs, and gradients of the sum of outputs times cotangents by the weights and, where asked, the inputs."""

    def value(trainable, inputs):
        outputs, updated = model.stateless_call(trainable, others, inputs, training=training)
        outputs = listed(outputs)
        total = sum((output * weight).sum() for output, weight in zip(outputs, cotangents))
        return total, (outputs, updated)

    by = (0, 1) if differentiate else (0,)
    run = jax.jit(jax.value_and_grad(value, argnums=by, has_aux=True))
    (_, (outputs, updated)), gradients = run(trainable, inputs)
    return outputs, updated, gradients


def layer_case(
    kind,
    name,
    input_shape,
    layers,
    *,
    outputs=None,
    batch=2,
    training=False,
    integers=None,
    batches=None,
    gradients=True,
):
    """
    One case: a small model, its weights, a batch of inputs, and what Keras makes of them. `training` adds the results
    in training mode with the weights that it moves; `integers` draws inputs from 0 to that; `batches` is the number
    of batches that a stateful model sees one after the other.
    """
    keras.backend.clear_session()
    random = generator(kind, name)
    document = {"input_shape": list(input_shape), "layers": named(layers)}
    if outputs:
        document["outputs"] = outputs
    if batches:
        document["batch_size"] = batch
    model, by_name = build(document, batch if batches else None)
    for variable in model.weights:
        variable.assign(drawn(variable, random))

    def draw():
        shape = (batch, *input_shape)
        return random.integers(0, integers, shape).astype("float32") if integers else away_from_zero(random, shape)

    shapes = [[*output.shape[1:]] for output in model.outputs]
    cotangents = [random.normal(0, 1, (batch, *shape)).astype("float32") for shape in shapes]
    case = {
        "kind": kind,
        "name": name,
        "model": document,
        "configs": [reduced(by_name[entry["config"]["name"]].get_config()) for entry in document["layers"]],
        "outputShapes": shapes,
        "weights": [
            {
                "layer": layer.name,
                "name": variable.name,
                "path": variable.path,
                "trainable": bool(variable.trainable),
                **tensor(variable.numpy()),
            }
            for layer in by_name.values()
            for variable in layer.weights
        ],
    }
    if batches:
        inputs = [draw() for _ in range(batches)]
        case["batches"] = [{"input": tensor(part), "outputs": [tensor(output) for output in listed(model(part))]} for part in inputs]
        return case

    inputs = draw()
    case["input"] = tensor(inputs)
    if not gradients:
        case["outputs"] = [tensor(output) for output in listed(model(inputs))]
        return case
    trainable = [variable.value for variable in model.trainable_variables]
    others = [variable.value for variable in model.non_trainable_variables]
    case["cotangents"] = [tensor(cotangent) for cotangent in cotangents]

    def results(is_training):
        outputs, updated, found = results_of(
            model, trainable, others, inputs, cotangents, is_training, integers is None
        )
        moved = {id(variable): value for variable, value in zip(model.non_trainable_variables, updated)}
        by_weight = {id(variable): value for variable, value in zip(model.trainable_variables, found[0])}
        weights = [variable for layer in by_name.values() for variable in layer.weights]
        case_part = {
            "outputs": [tensor(output) for output in outputs],
            "gradients": {
                "weights": [tensor(by_weight[id(w)]) for w in weights if w.trainable],
                **({"input": tensor(found[1])} if integers is None else {}),
            },
        }
        if is_training:
            case_part["moved"] = [tensor(moved[id(w)]) for w in weights if not w.trainable]
        return case_part

    case.update(results(False))
    if training:
        case["training"] = results(True)
    return case


def layer(class_name, inputs=None, **config):
    return {"class_name": class_name, "config": config, **({"inputs": inputs} if inputs else {})}


def say(config):
    """A short name of a case: its arguments."""

    def word(value):
        if isinstance(value, dict):
            inside = say(value.get("config", {}))
            return f"{value['class_name']}({inside})"
        if isinstance(value, (list, tuple)):
            return "x".join(word(item) for item in value)
        return str(value)

    return " ".join(f"{key}={word(value)}" for key, value in config.items())


def single(kind, input_shape, configs, **options):
    """A case for each config of one layer."""
    return [
        layer_case(kind, f"{'x'.join(map(str, input_shape))} {say(config)}".strip(), input_shape, [layer(kind, **config)], **options)
        for config in configs
    ]
