"""Values and gradients of losses, and values of metrics, for given targets and outputs."""

import jax
import keras
import numpy

from fixture import generator, made, reduced, say, tensor
from training import LOSSES, ROWS, loss_name, of, target


def outputs_for(activation, random, shape):
    values = random.normal(0, 1.5, shape)
    if activation == "sigmoid":
        values = 1 / (1 + numpy.exp(-values))
    if activation == "softmax":
        values = numpy.exp(values)
        values = values / values.sum(-1, keepdims=True)
    if activation == "softplus":
        values = numpy.log1p(numpy.exp(values))
    return values.astype("float32")


def loss_case(loss, name, targets, outputs):
    value = lambda outputs: made(loss)(targets, outputs)
    by_sample = made({**loss, "config": {**loss["config"], "reduction": "none"}})(targets, outputs)
    return {
        "name": name,
        "loss": loss,
        "config": reduced(made(loss).get_config()),
        "targets": tensor(targets),
        "outputs": tensor(outputs),
        "value": float(value(outputs)),
        "unreduced": tensor(by_sample),
        "gradient": tensor(jax.grad(value)(outputs)),
    }


def losses():
    cases = []
    for loss, activation, kind in LOSSES:
        for shape in ((3,), (2, 4)):
            name = f"{loss_name(loss, kind)} {'x'.join(map(str, shape))}"
            random = generator("losses", name)
            cases.append(
                loss_case(loss, name, target(kind, random, shape), outputs_for(activation, random, (ROWS, *shape)))
            )
    # Sure and right, sure and wrong, and not adding up to 1.
    edges = numpy.array([[1, 0, 0], [0, 1, 0], [0.2, 0.2, 0.2], [0.9, 0.9, 0.1]], dtype="float32")
    hot = numpy.eye(3, dtype="float32")[[0, 0, 1, 2]]
    numbers = numpy.array([0, 0, 1, 2], dtype="float32")
    cases.append(loss_case(of("CategoricalCrossentropy"), "CategoricalCrossentropy at its ends", hot, edges))
    cases.append(loss_case(of("SparseCategoricalCrossentropy"), "SparseCategoricalCrossentropy at its ends", numbers, edges))
    cases.append(loss_case(of("BinaryCrossentropy"), "BinaryCrossentropy at its ends", hot, edges))
    cases.append(loss_case(of("KLDivergence"), "KLDivergence near its ends", hot, edges * numpy.float32(0.9)))
    one = generator("losses", "one unit")
    cases.append(
        loss_case(of("BinaryCrossentropy"), "BinaryCrossentropy one unit", target("binary", one, (1,)), outputs_for("sigmoid", one, (ROWS, 1)))
    )
    return cases


# A metric, the output's activation, its targets, and the shape of one output.
METRICS = [
    ("accuracy", "softmax", "classes", (4,)),
    ("accuracy", "softmax", "labels", (4,)),
    ("accuracy", "sigmoid", "binary", (1,)),
    ("accuracy", "sigmoid", "binary", (3,)),
    ("accuracy", "softmax", "classes", (3, 4)),
    (of("BinaryAccuracy"), "sigmoid", "binary", (3,)),
    (of("CategoricalAccuracy"), "softmax", "classes", (4,)),
    (of("SparseCategoricalAccuracy"), "softmax", "labels", (4,)),
    (of("TopKCategoricalAccuracy"), "softmax", "classes", (9,)),
    (of("Precision"), "sigmoid", "binary", (1,)),
    (of("Precision"), "sigmoid", "binary", (3,)),
    (of("Recall"), "sigmoid", "binary", (1,)),
    (of("Recall"), "softmax", "classes", (3,)),
    (of("AUC"), "sigmoid", "binary", (1,)),
    (of("AUC"), "softmax", "classes", (3,)),
    (of("AUC"), "sigmoid", "binary", (2, 3)),
    (of("R2Score"), "linear", "numbers", (1,)),
    (of("R2Score"), "linear", "numbers", (3,)),
    (of("BinaryCrossentropy"), "sigmoid", "binary", (3,)),
    (of("CategoricalCrossentropy"), "softmax", "classes", (4,)),
    (of("SparseCategoricalCrossentropy"), "softmax", "labels", (4,)),
    (of("MeanSquaredError"), "linear", "numbers", (3,)),
    (of("RootMeanSquaredError"), "linear", "numbers", (3,)),
    (of("MeanAbsoluteError"), "linear", "numbers", (3,)),
    (of("MeanAbsolutePercentageError"), "linear", "positive", (3,)),
    (of("MeanSquaredLogarithmicError"), "softplus", "positive", (3,)),
    (of("CosineSimilarity"), "linear", "numbers", (3,)),
    (of("KLDivergence"), "softmax", "distribution", (4,)),
    (of("Poisson"), "softplus", "positive", (3,)),
    (of("Hinge"), "linear", "signs", (3,)),
    (of("SquaredHinge"), "linear", "signs", (3,)),
    (of("CategoricalHinge"), "linear", "classes", (3,)),
]


def metric_of(metric, targets, outputs):
    """Words are Keras's `compile`'s to resolve, by the shapes that it sees."""
    if isinstance(metric, dict):
        return getattr(keras.metrics, metric["class_name"])(**metric["config"])
    return keras.src.trainers.compile_utils.get_metric(metric, targets, outputs)


def metrics():
    cases = []
    for metric, activation, kind, shape in METRICS:
        word = metric if isinstance(metric, str) else f"{metric['class_name']} {say(metric['config'])}".strip()
        name = f"{word} {kind} {'x'.join(map(str, shape))}"
        random = generator("metrics", name)
        batches = [
            (target(kind, random, shape), outputs_for(activation, random, (ROWS, *shape))) for _ in range(2)
        ]
        keras_metric = metric_of(metric, *batches[0])
        results = []
        for targets, outputs in batches:
            keras_metric.update_state(targets, outputs)
            results.append(float(keras_metric.result()))
        cases.append(
            {
                "name": name,
                "metric": metric,
                "batches": [{"targets": tensor(t), "outputs": tensor(o)} for t, o in batches],
                # Over all batches so far.
                "results": results,
            }
        )
    return cases


CASES = {"losses": losses, "metrics": metrics}
