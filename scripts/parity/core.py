"""Cases of Dense, Embedding, the activations, and the layers that do nothing or little outside training."""

from fixture import layer, layer_case, single

# But glu, which halves the channels, and threshold, which takes arguments: no layer can have them by name.
ACTIVATIONS = [
    "celu",
    "elu",
    "exponential",
    "gelu",
    "hard_shrink",
    "hard_sigmoid",
    "hard_silu",
    "hard_tanh",
    "leaky_relu",
    "linear",
    "log_sigmoid",
    "log_softmax",
    "mish",
    "relu",
    "relu6",
    "selu",
    "sigmoid",
    "silu",
    "soft_shrink",
    "softmax",
    "softplus",
    "softsign",
    "sparse_plus",
    "sparsemax",
    "sparse_sigmoid",
    "squareplus",
    "swish",
    "tanh",
    "tanh_shrink",
]


def dense():
    return (
        single("Dense", (4,), [{"units": 3}, {"units": 2, "use_bias": False}, {"units": 3, "activation": "softmax"}])
        + single("Dense", (2, 4), [{"units": 3, "activation": "tanh"}])
        + single("Dense", (2, 3, 4), [{"units": 2, "activation": "relu"}])
    )


def activation():
    return single("Activation", (3, 4), [{"activation": name} for name in ACTIVATIONS])


def softmax():
    return single("Softmax", (2, 3, 4), [{}, {"axis": 1}, {"axis": -2}, {"axis": [2, 3]}])


def quiet(kind, shape, config):
    """Outside training it lets everything through."""
    return lambda: single(kind, shape, [config])


CASES = {
    "Dense": dense,
    "Embedding": lambda: single("Embedding", (4,), [{"input_dim": 6, "output_dim": 3}], integers=6)
    + single("Embedding", (2, 3), [{"input_dim": 5, "output_dim": 2}], integers=5),
    "Activation": activation,
    "ReLU": lambda: single(
        "ReLU",
        (3, 4),
        [{}, {"max_value": 1}, {"negative_slope": 0.1}, {"negative_slope": 0.1, "max_value": 1, "threshold": 0.25}],
    ),
    "LeakyReLU": lambda: single("LeakyReLU", (3, 4), [{}, {"negative_slope": 0.1}]),
    "ELU": lambda: single("ELU", (3, 4), [{}, {"alpha": 0.3}]),
    "PReLU": lambda: single(
        "PReLU", (2, 3, 4), [{}, {"shared_axes": [1]}, {"shared_axes": [1, 2]}, {"shared_axes": [3]}]
    ),
    "Softmax": softmax,
    "Rescaling": lambda: single(
        "Rescaling", (2, 3), [{"scale": 0.5}, {"scale": 2, "offset": -1}, {"scale": [0.5, 1, 2], "offset": [1, 0, -1]}]
    ),
    "Dropout": quiet("Dropout", (4,), {"rate": 0.5}),
    "SpatialDropout1D": quiet("SpatialDropout1D", (4, 2), {"rate": 0.5}),
    "SpatialDropout2D": quiet("SpatialDropout2D", (4, 3, 2), {"rate": 0.5}),
    "GaussianNoise": quiet("GaussianNoise", (4,), {"stddev": 0.5}),
    "RandomFlip": quiet("RandomFlip", (4, 4, 1), {}),
    "RandomRotation": quiet("RandomRotation", (4, 4, 1), {"factor": 0.2}),
    "RandomZoom": quiet("RandomZoom", (4, 4, 1), {"height_factor": 0.2}),
    "RandomTranslation": quiet("RandomTranslation", (4, 4, 1), {"height_factor": 0.2, "width_factor": 0.2}),
}
