"""Cases of the convolutions."""

from fixture import layer, layer_case, say, single

CHANNELS_FIRST = {"data_format": "channels_first"}


def by_shape(kind, common, shaped):
    return [case for shape, configs in shaped for case in single(kind, shape, [{**common, **config} for config in configs])]


def conv1d():
    return by_shape(
        "Conv1D",
        {"filters": 3, "kernel_size": 3},
        [
            (
                (9, 2),
                [
                    {},
                    {"padding": "same"},
                    {"padding": "causal"},
                    {"padding": "causal", "dilation_rate": 3, "activation": "elu"},
                    {"padding": "causal", "strides": 2},
                    {"padding": "same", "strides": 2, "kernel_size": 4},
                    {"padding": "same", "dilation_rate": 2},
                    {"dilation_rate": 4, "activation": "tanh"},
                    {"strides": 3, "use_bias": False},
                    {"kernel_size": 1, "strides": 2, "padding": "same"},
                    {"kernel_size": 12, "padding": "same", "activation": "sigmoid"},
                ],
            ),
            (
                (8, 4),
                [
                    {"filters": 4, "groups": 2},
                    {"filters": 6, "groups": 2, "padding": "causal", "dilation_rate": 2},
                    {"filters": 4, "groups": 4, "strides": 2, "padding": "same"},
                ],
            ),
            (
                (2, 9),
                [
                    {**CHANNELS_FIRST, "padding": "same", "strides": 2},
                    {**CHANNELS_FIRST, "dilation_rate": 2},
                    {**CHANNELS_FIRST, "padding": "causal", "activation": "softmax", "use_bias": False},
                ],
            ),
        ],
    )


def conv2d():
    return by_shape(
        "Conv2D",
        {"filters": 3, "kernel_size": 3},
        [
            (
                (6, 7, 2),
                [
                    {},
                    {"padding": "same", "strides": 2},
                    {"padding": "same", "strides": [3, 1], "kernel_size": [2, 4]},
                    {"strides": [2, 3], "activation": "relu"},
                    {"dilation_rate": 2},
                    {"dilation_rate": [1, 3], "kernel_size": 2, "padding": "same"},
                    {"kernel_size": 1, "strides": 2, "use_bias": False},
                    {"kernel_size": [5, 1], "padding": "same", "activation": "softmax"},
                ],
            ),
            ((5, 5, 4), [{"filters": 4, "groups": 2, "padding": "same"}, {"filters": 2, "groups": 2, "strides": 2}]),
            ((5, 5, 2), [{"filters": 4, "groups": 2, "dilation_rate": 2}]),
            (
                (2, 5, 6),
                [
                    {**CHANNELS_FIRST},
                    {**CHANNELS_FIRST, "padding": "same", "strides": 2, "activation": "tanh"},
                    {**CHANNELS_FIRST, "groups": 2, "filters": 4, "dilation_rate": 2},
                ],
            ),
        ],
    )


def conv3d():
    return by_shape(
        "Conv3D",
        {"filters": 2, "kernel_size": 2},
        [
            (
                (4, 3, 5, 2),
                [
                    {},
                    {"padding": "same", "strides": 2, "activation": "relu"},
                    {"kernel_size": [3, 1, 2], "strides": [1, 2, 3], "padding": "same"},
                    {"dilation_rate": 2},
                    {"dilation_rate": [1, 2, 1], "padding": "same", "kernel_size": 3},
                    {"groups": 2, "use_bias": False},
                ],
            ),
            ((2, 3, 4, 3), [{**CHANNELS_FIRST, "padding": "same", "strides": [1, 2, 1]}]),
        ],
    )


def depthwise(kind, shaped, flipped):
    return by_shape(
        kind,
        {"kernel_size": 3},
        [
            (
                shaped,
                [
                    {},
                    {"depth_multiplier": 2, "padding": "same"},
                    {"strides": 2, "activation": "relu"},
                    {"strides": 2, "padding": "same", "kernel_size": 2},
                    {"dilation_rate": 2, "padding": "same", "depth_multiplier": 3},
                    {"dilation_rate": 2, "kernel_size": 2, "use_bias": False},
                    {"strides": 2, "dilation_rate": 2, "padding": "same", "depth_multiplier": 2},
                ],
            ),
            (flipped, [{**CHANNELS_FIRST, "padding": "same", "depth_multiplier": 2}]),
        ],
    )


def separable(kind, shaped, flipped):
    return by_shape(
        kind,
        {"filters": 4, "kernel_size": 3},
        [
            (
                shaped,
                [
                    {},
                    {"depth_multiplier": 2, "padding": "same", "activation": "elu"},
                    {"strides": 2, "padding": "same"},
                    {"strides": 2, "use_bias": False},
                    {"dilation_rate": 2, "padding": "same"},
                    {"dilation_rate": 2, "kernel_size": 2, "depth_multiplier": 2},
                    {"strides": 2, "dilation_rate": 2, "kernel_size": 2},
                ],
            ),
            (flipped, [{**CHANNELS_FIRST, "padding": "same", "depth_multiplier": 2}]),
        ],
    )


def conv1d_transpose():
    return by_shape(
        "Conv1DTranspose",
        {"filters": 3, "kernel_size": 3},
        [
            (
                (5, 2),
                [
                    {},
                    {"padding": "same"},
                    {"strides": 2, "padding": "same", "activation": "relu"},
                    {"strides": 2},
                    {"strides": 3, "kernel_size": 2},
                    {"strides": 3, "kernel_size": 1, "padding": "same"},
                    {"strides": 2, "kernel_size": 4, "padding": "same"},
                    {"strides": 2, "padding": "same", "output_padding": 1},
                    {"strides": 3, "output_padding": 1},
                    {"strides": 2, "padding": "same", "output_padding": 0},
                    {"dilation_rate": 2},
                    {"dilation_rate": 2, "padding": "same", "use_bias": False},
                ],
            ),
            ((2, 5), [{**CHANNELS_FIRST, "strides": 2, "padding": "same"}]),
        ],
    )


def conv2d_transpose():
    return by_shape(
        "Conv2DTranspose",
        {"filters": 3, "kernel_size": 3},
        [
            (
                (3, 4, 2),
                [
                    {},
                    {"padding": "same"},
                    {"strides": 2, "padding": "same", "activation": "relu"},
                    {"strides": 2},
                    {"strides": [3, 1], "kernel_size": [2, 3]},
                    {"strides": [2, 3], "padding": "same", "output_padding": [0, 1]},
                    {"strides": 2, "output_padding": 1},
                    {"kernel_size": 2, "dilation_rate": 2},
                    {"dilation_rate": [1, 2], "padding": "same", "use_bias": False},
                ],
            ),
            ((2, 3, 4), [{**CHANNELS_FIRST, "strides": 2, "padding": "same"}]),
        ],
    )


CASES = {
    "Conv1D": conv1d,
    "Conv2D": conv2d,
    "Conv3D": conv3d,
    "DepthwiseConv1D": lambda: depthwise("DepthwiseConv1D", (7, 2), (2, 6)),
    "DepthwiseConv2D": lambda: depthwise("DepthwiseConv2D", (6, 5, 2), (2, 4, 5)),
    "SeparableConv1D": lambda: separable("SeparableConv1D", (7, 2), (2, 6)),
    "SeparableConv2D": lambda: separable("SeparableConv2D", (6, 5, 2), (2, 4, 5)),
    "Conv1DTranspose": conv1d_transpose,
    "Conv2DTranspose": conv2d_transpose,
}
