"""Cases of the poolings."""

from fixture import single

CHANNELS_FIRST = {"data_format": "channels_first"}
SHAPES = {1: (7, 2), 2: (6, 5, 2), 3: (4, 3, 5, 2)}
FLIPPED = {1: (2, 6), 2: (2, 4, 5), 3: (2, 3, 4, 2)}


def pooling(kind, axes):
    uneven = [3, 2, 1][:axes]
    configs = [
        # The average has no default.
        {} if kind.startswith("Max") else {"pool_size": 2},
        {"pool_size": 3, "strides": 2, "padding": "same"},
        {"pool_size": 3, "strides": 1, "padding": "same"},
        {"pool_size": 2, "strides": 3},
        {"pool_size": uneven if axes > 1 else 3, "strides": 1},
        {"pool_size": 1, "strides": 2, "padding": "same"},
    ]
    flipped = [{**CHANNELS_FIRST, "pool_size": 2}, {**CHANNELS_FIRST, "pool_size": 3, "strides": 2, "padding": "same"}]
    return single(kind, SHAPES[axes], configs) + single(kind, FLIPPED[axes], flipped)


def global_pooling(kind, axes):
    return single(kind, SHAPES[axes], [{}, {"keepdims": True}]) + single(
        kind, FLIPPED[axes], [CHANNELS_FIRST, {**CHANNELS_FIRST, "keepdims": True}]
    )


def maker(make, kind, axes):
    return lambda: make(kind, axes)


CASES = {}
for axes in SHAPES:
    for word in ("Max", "Average"):
        CASES[f"{word}Pooling{axes}D"] = maker(pooling, f"{word}Pooling{axes}D", axes)
        CASES[f"Global{word}Pooling{axes}D"] = maker(global_pooling, f"Global{word}Pooling{axes}D", axes)
