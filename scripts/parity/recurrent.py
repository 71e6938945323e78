"""Cases of the recurrent layers and of the wrappers."""

from fixture import layer, layer_case, say, single

STEPS = (4, 3)


def recurrent(kind, own):
    common = {"units": 3}
    shared = [
        {},
        {"return_sequences": True},
        {"go_backwards": True},
        {"go_backwards": True, "return_sequences": True},
        {"activation": "relu", "use_bias": False},
        {"dropout": 0.2, "recurrent_dropout": 0.3},
    ]
    cases = single(kind, STEPS, [{**common, **config} for config in [*shared, *own]])
    cases += single(kind, (1, 2), [common])
    name = {"LSTM": "lstm", "GRU": "gru", "SimpleRNN": "simple_rnn"}[kind]
    states = 2 if kind == "LSTM" else 1
    read = [layer("Activation", [f"{name}/{place + 1}"], activation="linear") for place in range(states)]
    cases.append(
        layer_case(
            kind,
            "return_state",
            STEPS,
            [layer(kind, units=2, return_state=True, return_sequences=True), *read],
            outputs=[name, *["activation", "activation_1"][:states]],
        )
    )
    for config in ({}, {"return_sequences": True, "go_backwards": True}):
        cases.append(
            layer_case(
                kind, f"stateful {say(config)}".strip(), STEPS, [layer(kind, units=3, stateful=True, **config)], batches=3
            )
        )
    cases.append(
        layer_case(
            kind,
            "stacked",
            STEPS,
            [layer(kind, units=3, return_sequences=True), layer(kind, units=2, return_sequences=True), layer(kind, units=1)],
        )
    )
    return cases


def lstm():
    return recurrent("LSTM", [{"unit_forget_bias": False}, {"activation": "sigmoid", "recurrent_activation": "hard_sigmoid"}])


def gru():
    return recurrent(
        "GRU",
        [
            {"reset_after": False},
            {"reset_after": False, "return_sequences": True, "use_bias": False},
            {"reset_after": True, "return_sequences": True, "use_bias": False},
            {"activation": "softsign", "recurrent_activation": "tanh"},
        ],
    )


def simple_rnn():
    return recurrent("SimpleRNN", [{"activation": "sigmoid"}])


def wrapped(class_name, **config):
    return {"class_name": class_name, "config": config}


def time_distributed():
    cases = []
    for shape, inner in [
        ((3, 6, 1), wrapped("Conv1D", filters=3, kernel_size=3, padding="causal", activation="elu")),
        ((3, 8, 2), wrapped("Conv1D", filters=2, kernel_size=3, padding="causal", dilation_rate=2)),
        ((3, 6, 2), wrapped("Conv1D", filters=2, kernel_size=2, strides=2, padding="same", use_bias=False)),
        ((2, 5, 4, 1), wrapped("Conv2D", filters=2, kernel_size=3, padding="same", activation="relu")),
        ((4, 3), wrapped("Dense", units=2, activation="tanh")),
        ((2, 3, 4), wrapped("Dense", units=2)),
        ((3, 6, 2), wrapped("MaxPooling1D", pool_size=2)),
        ((2, 4, 5, 2), wrapped("MaxPooling2D", pool_size=2)),
        ((3, 4, 2), wrapped("AveragePooling1D", pool_size=2, padding="same")),
        ((3, 4, 2), wrapped("Flatten")),
        ((3, 4, 2), wrapped("GlobalMaxPooling1D")),
        ((2, 4, 3), wrapped("LSTM", units=2)),
        ((3, 4, 2), wrapped("Dropout", rate=0.5)),
        ((3, 4), wrapped("Activation", activation="softmax")),
    ]:
        name = f"{'x'.join(map(str, shape))} {inner['class_name']} {say(inner['config'])}".strip()
        cases.append(layer_case("TimeDistributed", name, shape, [layer("TimeDistributed", layer=inner)]))
    cases.append(
        layer_case(
            "TimeDistributed",
            "the causal stack",
            (6, 2),
            [
                layer("Reshape", target_shape=[2, 6, 1]),
                layer("TimeDistributed", layer=wrapped("Conv1D", filters=2, kernel_size=3, padding="causal", activation="elu")),
                layer(
                    "TimeDistributed",
                    layer=wrapped("Conv1D", filters=2, kernel_size=3, padding="causal", dilation_rate=2, activation="elu"),
                ),
                layer("Reshape", target_shape=[6, 4]),
                layer("Flatten"),
                layer("Dense", units=1),
            ],
        )
    )
    cases.append(
        layer_case(
            "TimeDistributed",
            "BatchNormalization",
            (3, 4, 2),
            [layer("TimeDistributed", layer=wrapped("BatchNormalization"))],
            training=True,
            batch=3,
        )
    )
    return cases


def bidirectional():
    cases = []
    for kind in ("LSTM", "GRU", "SimpleRNN"):
        for config in (
            {},
            {"merge_mode": "sum"},
            {"merge_mode": "mul"},
            {"merge_mode": "ave"},
            {"merge_mode": "concat", "sequences": True},
            {"merge_mode": "sum", "sequences": True},
        ):
            sequences = config.get("sequences", False)
            outer = {key: value for key, value in config.items() if key != "sequences"}
            inner = wrapped(kind, units=2, **({"return_sequences": True} if sequences else {}))
            cases.append(
                layer_case("Bidirectional", f"{kind} {say(config)}".strip(), STEPS, [layer("Bidirectional", layer=inner, **outer)])
            )
    cases.append(
        layer_case(
            "Bidirectional",
            "two layers",
            STEPS,
            [
                layer("Bidirectional", layer=wrapped("LSTM", units=2), backward_layer=wrapped("GRU", units=2, go_backwards=True)),
            ],
        )
    )
    cases.append(
        layer_case(
            "Bidirectional",
            "stateful",
            STEPS,
            [layer("Bidirectional", layer=wrapped("LSTM", units=2, stateful=True))],
            batches=2,
        )
    )
    return cases


CASES = {
    "LSTM": lstm,
    "GRU": gru,
    "SimpleRNN": simple_rnn,
    "TimeDistributed": time_distributed,
    "Bidirectional": bidirectional,
}
