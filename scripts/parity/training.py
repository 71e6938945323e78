"""Twenty training steps of small models: losses and weights on the way."""

import keras
import numpy

from fixture import away_from_zero, build, drawn, generator, layer, made, named, say, tensor

STEPS = 20
KEPT = (1, 2, 5, 20)
ROWS = 6
BATCHES = 4


def target(kind, random, shape):
    """Targets as the loss wants them, for outputs of this shape."""
    full = (ROWS, *shape)
    if kind == "classes":
        return numpy.eye(shape[-1], dtype="float32")[random.integers(0, shape[-1], full[:-1])]
    if kind == "labels":
        return random.integers(0, shape[-1], full[:-1]).astype("float32")
    if kind == "binary":
        return random.integers(0, 2, full).astype("float32")
    if kind == "signs":
        return random.integers(0, 2, full).astype("float32") * 2 - 1
    if kind == "positive":
        return random.uniform(0.1, 2, full).astype("float32")
    if kind == "distribution":
        values = random.uniform(0.1, 1, full)
        return (values / values.sum(-1, keepdims=True)).astype("float32")
    return away_from_zero(random, full)


def training_case(group, name, input_shape, layers, compile, kinds, outputs=None):
    """`kinds` says of each output what its targets are."""
    keras.backend.clear_session()
    random = generator(group, name)
    document = {"input_shape": list(input_shape), "layers": named(layers)}
    if outputs:
        document["outputs"] = outputs
    model, by_name = build(document)
    for variable in model.weights:
        variable.assign(drawn(variable, random))
    weights = [variable for entry in by_name.values() for variable in entry.weights]
    owners = [entry.name for entry in by_name.values() for _ in entry.weights]
    case = {
        "group": group,
        "name": name,
        "model": document,
        "compile": compile,
        "weights": [
            {"layer": owner, "name": w.name, "path": w.path, "trainable": bool(w.trainable), **tensor(w.numpy())}
            for owner, w in zip(owners, weights)
        ],
    }
    batches = [
        (
            away_from_zero(random, (ROWS, *input_shape)),
            [target(kind, random, output.shape[1:]) for kind, output in zip(kinds, model.outputs)],
        )
        for _ in range(BATCHES)
    ]
    case["batches"] = [{"input": tensor(x), "targets": [tensor(y) for y in ys]} for x, ys in batches]
    model.compile(**made(compile))
    losses = []
    after = {}
    for step in range(STEPS):
        x, ys = batches[step % BATCHES]
        model.reset_metrics()
        logs = model.train_on_batch(x, ys[0] if len(ys) == 1 else ys, return_dict=True)
        losses.append(float(logs["loss"]))
        if step + 1 in KEPT:
            after[step + 1] = [tensor(w.numpy()) for w in weights]
    case["losses"] = losses
    case["after"] = after
    return case


def dense_net(units=3, activation="softmax"):
    return [layer("Dense", units=4, activation="tanh"), layer("Dense", units=units, activation=activation)]


def of(class_name, **config):
    return {"class_name": class_name, "config": config}


def optimizers():
    configs = [
        of("SGD"),
        of("SGD", learning_rate=0.1, momentum=0.9),
        of("SGD", learning_rate=0.1, momentum=0.8, nesterov=True),
        of("SGD", learning_rate=0.1, clipnorm=0.1),
        of("SGD", learning_rate=0.1, clipvalue=0.05),
        of("SGD", learning_rate=0.1, global_clipnorm=0.2),
        of("SGD", learning_rate=0.1, weight_decay=0.05),
        of("SGD", learning_rate=of("ExponentialDecay", initial_learning_rate=0.1, decay_steps=5, decay_rate=0.5)),
        of("SGD", learning_rate=of("ExponentialDecay", initial_learning_rate=0.1, decay_steps=5, decay_rate=0.5, staircase=True)),
        of("SGD", learning_rate=of("CosineDecay", initial_learning_rate=0.1, decay_steps=15, alpha=0.1)),
        of("SGD", learning_rate=of("CosineDecay", initial_learning_rate=0.0, decay_steps=10, warmup_target=0.1, warmup_steps=5)),
        of("RMSprop"),
        of("RMSprop", learning_rate=0.01, rho=0.8, epsilon=0.001),
        of("RMSprop", learning_rate=0.01, momentum=0.5),
        of("RMSprop", learning_rate=0.01, centered=True),
        of("RMSprop", learning_rate=0.01, momentum=0.5, centered=True, weight_decay=0.1),
        of("Adam"),
        of("Adam", learning_rate=0.05, beta_1=0.8, beta_2=0.9, epsilon=0.001),
        of("Adam", learning_rate=0.05, amsgrad=True),
        of("Adam", learning_rate=0.05, weight_decay=0.1, clipnorm=0.1),
        of("AdamW"),
        of("AdamW", learning_rate=0.05, weight_decay=0.1),
        of("AdamW", learning_rate=0.05, amsgrad=True, global_clipnorm=0.1),
        of("Adagrad"),
        of("Adagrad", learning_rate=0.1, initial_accumulator_value=0.5, epsilon=0.001),
        of("Adadelta"),
        of("Adadelta", learning_rate=1.0, rho=0.8, epsilon=0.001),
        of("Adamax"),
        of("Adamax", learning_rate=0.05, beta_1=0.8, beta_2=0.9, epsilon=0.001),
        of("Nadam"),
        of("Nadam", learning_rate=0.05, beta_1=0.8, beta_2=0.9, epsilon=0.001, clipvalue=0.05),
    ]
    compiles = [{"optimizer": config, "loss": "categorical_crossentropy"} for config in configs]
    return [
        training_case("optimizers", f"{c['optimizer']['class_name']} {say(c['optimizer']['config'])}".strip(), (3,), dense_net(), c, ["classes"])
        for c in compiles
    ]


# A loss, the output's activation, and what its targets are.
LOSSES = [
    (of("CategoricalCrossentropy"), "softmax", "classes"),
    (of("CategoricalCrossentropy", from_logits=True), "linear", "classes"),
    (of("CategoricalCrossentropy", label_smoothing=0.2), "softmax", "classes"),
    (of("SparseCategoricalCrossentropy"), "softmax", "labels"),
    (of("SparseCategoricalCrossentropy", from_logits=True), "linear", "labels"),
    (of("BinaryCrossentropy"), "sigmoid", "binary"),
    (of("BinaryCrossentropy", from_logits=True), "linear", "binary"),
    (of("BinaryCrossentropy", label_smoothing=0.2), "sigmoid", "binary"),
    (of("BinaryFocalCrossentropy", gamma=1.5), "sigmoid", "binary"),
    (of("CategoricalFocalCrossentropy"), "softmax", "classes"),
    (of("MeanSquaredError"), "linear", "numbers"),
    (of("MeanAbsoluteError"), "linear", "numbers"),
    (of("MeanAbsolutePercentageError"), "linear", "positive"),
    (of("MeanSquaredLogarithmicError"), "softplus", "positive"),
    (of("Huber"), "linear", "numbers"),
    (of("Huber", delta=0.3), "linear", "numbers"),
    (of("LogCosh"), "linear", "numbers"),
    (of("KLDivergence"), "softmax", "distribution"),
    (of("Poisson"), "softplus", "positive"),
    (of("CosineSimilarity"), "linear", "numbers"),
    (of("Hinge"), "linear", "signs"),
    (of("Hinge"), "linear", "binary"),
    (of("SquaredHinge"), "linear", "signs"),
    (of("CategoricalHinge"), "linear", "classes"),
]


def loss_name(loss, kind):
    return f"{loss['class_name']} {say(loss['config'])} {kind}".replace("  ", " ")


def losses():
    def compiled(loss):
        # Percentages have large gradients, with which larger steps jump over the kink of the absolute value.
        rate = 0.0005 if loss["class_name"] == "MeanAbsolutePercentageError" else 0.05
        return {"optimizer": of("SGD", learning_rate=rate), "loss": loss}

    return [
        training_case("losses", loss_name(loss, kind), (3,), dense_net(3, activation), compiled(loss), [kind])
        for loss, activation, kind in LOSSES
    ] + [
        training_case(
            "losses",
            f"by step: {loss_name(loss, kind)}",
            (4, 2),
            [layer("Dense", units=3, activation=activation)],
            compiled(loss),
            [kind],
        )
        for loss, activation, kind in (LOSSES[0], LOSSES[3], LOSSES[5], LOSSES[10])
    ]


SGD = of("SGD", learning_rate=0.1)
MSE = {"optimizer": SGD, "loss": "mean_squared_error"}
L1 = of("L1", l1=0.02)
L2 = of("L2", l2=0.05)
BOTH = of("L1L2", l1=0.01, l2=0.02)


def trained(group, name, shape, layers, compile=MSE, kinds=("numbers",), **options):
    return training_case(group, name, shape, layers, compile, list(kinds), **options)


def regularizers():
    dense = lambda **config: [layer("Dense", units=4, activation="tanh", **config), layer("Dense", units=2)]
    g = "regularizers"
    return [
        *(
            trained(g, f"Dense {say({argument: regularizer})}", (3,), dense(**{argument: regularizer}))
            for argument in ("kernel_regularizer", "bias_regularizer", "activity_regularizer")
            for regularizer in (L1, L2, BOTH)
        ),
        trained(g, "by word", (3,), dense(kernel_regularizer="l2", bias_regularizer="l1", activity_regularizer="l1l2")),
        trained(
            g,
            "Conv1D",
            (6, 2),
            [
                layer("Conv1D", filters=2, kernel_size=3, kernel_regularizer=L2, activity_regularizer=L1),
                layer("Flatten"),
                layer("Dense", units=2),
            ],
        ),
        trained(
            g,
            "LSTM",
            (4, 2),
            [layer("LSTM", units=2, kernel_regularizer=L2, recurrent_regularizer=L1, bias_regularizer=BOTH, activity_regularizer=L2)],
        ),
        trained(
            g,
            "BatchNormalization",
            (3,),
            [layer("Dense", units=3), layer("BatchNormalization", gamma_regularizer=L2, beta_regularizer=L1)],
        ),
        trained(
            g,
            "SeparableConv1D",
            (6, 2),
            [
                layer("SeparableConv1D", filters=2, kernel_size=3, depthwise_regularizer=L2, pointwise_regularizer=L1),
                layer("GlobalAveragePooling1D"),
            ],
        ),
        trained(
            g,
            "TimeDistributed",
            (3, 2),
            [layer("TimeDistributed", layer=of("Dense", units=2, kernel_regularizer=L2)), layer("Flatten"), layer("Dense", units=1)],
        ),
        trained(
            g,
            "Bidirectional",
            (3, 2),
            [layer("Bidirectional", layer=of("LSTM", units=2, kernel_regularizer=L2)), layer("Dense", units=1)],
        ),
    ]


def constraints():
    g = "constraints"
    dense = lambda **config: [layer("Dense", units=4, activation="tanh", **config), layer("Dense", units=2)]
    kernels = [
        of("MaxNorm", max_value=0.6),
        of("MaxNorm", max_value=0.5, axis=1),
        of("NonNeg"),
        of("UnitNorm"),
        of("UnitNorm", axis=1),
        of("MinMaxNorm", min_value=0.6, max_value=0.8),
        of("MinMaxNorm", min_value=0.6, max_value=0.8, rate=0.5, axis=1),
    ]
    return [
        *(trained(g, f"Dense {say({'kernel_constraint': c})}", (3,), dense(kernel_constraint=c)) for c in kernels),
        *(
            trained(g, f"Dense {say({'bias_constraint': c})}", (3,), dense(bias_constraint=c))
            for c in (of("NonNeg"), of("MaxNorm", max_value=0.5))
        ),
        trained(
            g,
            "Conv2D over filters",
            (4, 4, 2),
            [
                layer("Conv2D", filters=2, kernel_size=2, kernel_constraint=of("MaxNorm", max_value=0.7, axis=[0, 1, 2])),
                layer("GlobalAveragePooling2D"),
            ],
        ),
        trained(
            g,
            "Conv2D by word",
            (4, 4, 2),
            [layer("Conv2D", filters=2, kernel_size=2, kernel_constraint="unit_norm"), layer("GlobalAveragePooling2D")],
        ),
        trained(
            g,
            "LSTM",
            (4, 2),
            [layer("LSTM", units=2, kernel_constraint=of("MaxNorm", max_value=0.6), recurrent_constraint=of("UnitNorm"))],
        ),
        trained(
            g,
            "BatchNormalization",
            (3,),
            [layer("Dense", units=3), layer("BatchNormalization", gamma_constraint=of("MaxNorm", max_value=0.9))],
        ),
    ]


def models():
    # No stateful layer: on JAX, Keras forgets its state between training steps.
    g = "models"
    adam = of("Adam", learning_rate=0.02)
    both = ["classes", "number"]
    heads = [
        layer("Dense", name="shared", units=4, activation="tanh"),
        layer("Dense", name="classes", units=3, activation="softmax"),
        layer("Dense", ["shared"], name="number", units=1),
    ]
    two = ["categorical_crossentropy", "mse"]
    step = lambda filters, **config: of("Conv1D", filters=filters, kernel_size=3, padding="causal", activation="elu", **config)
    return [
        *(
            trained(g, name, (3,), heads, compile, ["classes", "numbers"], outputs=both)
            for name, compile in {
                "two heads, losses in a list": {"optimizer": adam, "loss": two},
                "two heads, losses by name": {"optimizer": adam, "loss": dict(zip(both, two))},
                "two heads, weighed": {"optimizer": adam, "loss": two, "loss_weights": [0.3, 2]},
                "two heads, weighed by name": {
                    "optimizer": adam,
                    "loss": dict(zip(both, two)),
                    "loss_weights": {"classes": 0.5, "number": 3},
                },
            }.items()
        ),
        trained(
            g,
            "convolutions with BatchNormalization",
            (6, 2),
            [
                layer("Conv1D", filters=3, kernel_size=3, padding="same", use_bias=False),
                layer("BatchNormalization", momentum=0.8),
                layer("ReLU"),
                layer("MaxPooling1D", pool_size=2),
                layer("Flatten"),
                layer("Dense", units=2, activation="softmax"),
            ],
            {"optimizer": adam, "loss": "categorical_crossentropy"},
            ["classes"],
        ),
        trained(
            g,
            "stacked LSTM",
            (4, 3),
            [layer("LSTM", units=3, return_sequences=True), layer("LSTM", units=2), layer("Dense", units=1)],
            {"optimizer": adam, "loss": "mse"},
        ),
        trained(g, "GRU", (4, 2), [layer("GRU", units=3), layer("Dense", units=1)], {"optimizer": adam, "loss": "mse"}),
        trained(
            g,
            "Bidirectional",
            (4, 2),
            [layer("Bidirectional", layer=of("LSTM", units=2)), layer("Dense", units=1)],
            {"optimizer": adam, "loss": "mse"},
        ),
        trained(
            g,
            "the causal stack",
            (5, 2),
            [
                layer("Reshape", target_shape=[2, 5, 1]),
                layer("TimeDistributed", layer=step(2)),
                layer("TimeDistributed", layer=step(2, dilation_rate=2)),
                layer("Reshape", target_shape=[5, 4]),
                layer("Conv1D", filters=3, kernel_size=2, padding="causal"),
                layer("Flatten"),
                layer("Dense", units=1),
            ],
            {"optimizer": adam, "loss": "mse"},
        ),
        trained(
            g,
            "a mask painted by UpSampling2D",
            (4, 4, 1),
            [
                layer("Conv2D", filters=2, kernel_size=3, padding="same", activation="relu"),
                layer("MaxPooling2D"),
                layer("UpSampling2D"),
                layer("Conv2D", filters=1, kernel_size=3, padding="same", activation="sigmoid"),
            ],
            {"optimizer": adam, "loss": "binary_crossentropy"},
            ["binary"],
        ),
    ]


CASES = {
    "optimizers": optimizers,
    "losses": losses,
    "regularizers": regularizers,
    "constraints": constraints,
    "models": models,
}
