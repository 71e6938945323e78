"""Cases of the layers that move numbers about: reshaping, padding, cropping, resizing."""

from fixture import layer, layer_case, single

CHANNELS_FIRST = {"data_format": "channels_first"}


def flatten():
    return (
        single("Flatten", (2, 3, 2), [{}, CHANNELS_FIRST])
        + single("Flatten", (4,), [{}])
        + single("Flatten", (2, 3), [{}, CHANNELS_FIRST])
    )


def reshape():
    return single(
        "Reshape",
        (2, 3, 4),
        [
            {"target_shape": [6, 4]},
            {"target_shape": [-1]},
            {"target_shape": [4, -1]},
            {"target_shape": [-1, 2, 3]},
            {"target_shape": [4, 3, 2, 1]},
        ],
    )


def permute():
    return single("Permute", (2, 3, 4), [{"dims": dims} for dims in ([2, 1, 3], [3, 1, 2], [1, 2, 3])]) + single(
        "Permute", (3, 5), [{"dims": [2, 1]}]
    )


def up_sampling2d():
    configs = [
        {},
        {"size": [1, 3]},
        {"interpolation": "bilinear"},
        {"size": [3, 2], "interpolation": "bilinear"},
        {"size": [1, 4], "interpolation": "bilinear"},
    ]
    return single("UpSampling2D", (3, 2, 2), configs) + single(
        "UpSampling2D", (2, 3, 2), [CHANNELS_FIRST, {**CHANNELS_FIRST, "interpolation": "bilinear"}]
    )


CASES = {
    "Flatten": flatten,
    "Reshape": reshape,
    "Permute": permute,
    "RepeatVector": lambda: single("RepeatVector", (3,), [{"n": 1}, {"n": 4}]),
    "ZeroPadding1D": lambda: single("ZeroPadding1D", (4, 2), [{}, {"padding": 2}, {"padding": [0, 3]}])
    + single("ZeroPadding1D", (2, 4), [{**CHANNELS_FIRST, "padding": [2, 1]}]),
    "ZeroPadding2D": lambda: single(
        "ZeroPadding2D", (3, 2, 2), [{}, {"padding": 2}, {"padding": [1, 2]}, {"padding": [[0, 1], [2, 3]]}]
    )
    + single("ZeroPadding2D", (2, 3, 2), [{**CHANNELS_FIRST, "padding": [[0, 1], [2, 0]]}]),
    "Cropping1D": lambda: single("Cropping1D", (6, 2), [{}, {"cropping": 2}, {"cropping": [0, 3]}]),
    "Cropping2D": lambda: single(
        "Cropping2D", (5, 6, 2), [{"cropping": 1}, {"cropping": [1, 2]}, {"cropping": [[0, 1], [2, 3]]}]
    )
    + single("Cropping2D", (2, 5, 6), [{**CHANNELS_FIRST, "cropping": [[0, 1], [2, 0]]}]),
    "UpSampling1D": lambda: single("UpSampling1D", (3, 2), [{}, {"size": 3}]),
    "UpSampling2D": up_sampling2d,
}
