"""Cases of the layers that read several, and of models that branch."""

from fixture import layer, layer_case


def named(name, class_name, inputs=None, **config):
    return layer(class_name, inputs, name=name, **config)


def merged(kind, *branches, **config):
    """The merge of a model's input and what branches make of it."""
    reads = ["input", *(branch["config"]["name"] for branch in branches)]
    return [*branches, layer(kind, reads, **config)]


def cases_of(kind):
    dense = named("a", "Dense", ["input"], units=3)
    bent = named("b", "Activation", ["input"], activation="tanh")
    mean = named("a", "GlobalAveragePooling1D", ["input"], keepdims=True)
    narrow = named("b", "Dense", ["input"], units=1)
    return [
        layer_case(kind, "two", (2, 3), merged(kind, dense)),
        *([] if kind == "Subtract" else [layer_case(kind, "three", (2, 3), merged(kind, dense, bent))]),
        layer_case(kind, "one row for all", (4, 3), merged(kind, mean)),
        layer_case(kind, "one channel for all", (4, 3), merged(kind, narrow)),
        layer_case(kind, "the same twice", (3,), [layer(kind, ["input", "input"])]),
    ]


def concatenation(name, shape, branch, **config):
    return layer_case("Concatenate", name, shape, merged("Concatenate", branch, **config))


def concatenate():
    conv = lambda **config: named("a", "Conv2D", ["input"], filters=2, **config)
    return [
        concatenation("last axis", (2, 3), named("a", "Dense", ["input"], units=2)),
        concatenation("axis 1", (4, 3), named("a", "Conv1D", ["input"], filters=3, kernel_size=3), axis=1),
        concatenation("axis 1 of three", (3, 4, 2), conv(kernel_size=[2, 1]), axis=1),
        concatenation("axis -2 of three", (3, 4, 2), conv(kernel_size=[1, 3]), axis=-2),
        layer_case(
            "Concatenate",
            "three, the input in the middle",
            (2, 3),
            [
                named("a", "Dense", ["input"], units=2),
                named("b", "Dense", ["input"], units=1),
                layer("Concatenate", ["a", "input", "b"]),
            ],
        ),
    ]


def graphs():
    residual = [
        named("first", "Conv2D", filters=2, kernel_size=3, padding="same", activation="relu"),
        named("second", "Conv2D", filters=2, kernel_size=3, padding="same"),
        named("sum", "Add", ["input", "second"]),
        named("rectified", "Activation", activation="relu"),
    ]
    heads = [
        named("shared", "Dense", units=4, activation="tanh"),
        named("classes", "Dense", units=3, activation="softmax"),
        named("number", "Dense", ["shared"], units=1),
    ]
    inception = [
        named("one", "Conv2D", ["input"], filters=2, kernel_size=1, activation="relu"),
        named("three", "Conv2D", ["input"], filters=2, kernel_size=3, padding="same", activation="relu"),
        named("pool", "MaxPooling2D", ["input"], pool_size=3, strides=1, padding="same"),
        named("projected", "Conv2D", ["pool"], filters=1, kernel_size=1),
        named("all", "Concatenate", ["one", "three", "projected"]),
    ]
    return [
        layer_case("graph", "a residual block", (4, 4, 2), residual),
        layer_case("graph", "two heads", (5,), heads, outputs=["classes", "number"]),
        layer_case("graph", "an inception block", (4, 5, 2), inception),
    ]


def maker(kind):
    return lambda: cases_of(kind)


CASES = {
    **{kind: maker(kind) for kind in ("Add", "Subtract", "Multiply", "Average", "Maximum")},
    "Concatenate": concatenate,
    "graph": graphs,
}
