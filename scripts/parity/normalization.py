"""Cases of the normalizations and of what is next to them."""

from fixture import layer, layer_case, single


def batch_normalization():
    options = {"training": True, "batch": 4}
    cases = single(
        "BatchNormalization",
        (3, 2, 3),
        [
            {},
            {"momentum": 0.7, "epsilon": 0.01},
            {"center": False},
            {"scale": False},
            {"center": False, "scale": False},
            {"axis": 1},
            {"axis": 2},
        ],
        **options,
    )
    cases += single("BatchNormalization", (5,), [{}, {"axis": 1}], **options)
    cases += single("BatchNormalization", (4, 3), [{}], **options)
    cases.append(
        layer_case(
            "BatchNormalization",
            "between layers",
            (6, 2),
            [
                layer("Conv1D", filters=3, kernel_size=2, use_bias=False),
                layer("BatchNormalization", momentum=0.9),
                layer("Activation", activation="relu"),
                layer("Flatten"),
                layer("Dense", units=2),
            ],
            **options,
        )
    )
    return cases


def layer_normalization():
    return [
        *single(
            "LayerNormalization",
            (3, 2, 4),
            [
                {},
                {"axis": 1},
                {"axis": [1, 2]},
                {"axis": [2, 3]},
                {"axis": [-1, -2, -3]},
                {"epsilon": 0.1},
                {"center": False},
                {"scale": False},
                {"rms_scaling": True},
                {"rms_scaling": True, "axis": [1, 3]},
            ],
        ),
        *single("LayerNormalization", (5,), [{}]),
    ]


CASES = {
    "BatchNormalization": batch_normalization,
    "LayerNormalization": layer_normalization,
}
