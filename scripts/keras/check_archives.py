"""
Loads archives in Keras 3 and compares what their models predict. Reads a JSON list of `{name, path, input, outputs}`
and writes a line of JSON each: `{name, fault}`, the fault null where the model predicts the same.
"""

import json
import sys

import keras
import numpy as np

TOLERANCE = 1e-5


def array(tensor):
    return np.asarray(tensor["data"], "float32").reshape(tensor["shape"])


def fault(case):
    model = keras.saving.load_model(case["path"])
    batch = array(case["input"])
    # Not `predict`: compiling each model takes longer than running it once.
    outputs = model(batch, training=False)
    outputs = [np.asarray(output) for output in (outputs if isinstance(outputs, list) else [outputs])]
    wanted = [array(output) for output in case["outputs"]]
    if [output.shape for output in outputs] != [output.shape for output in wanted]:
        return f"gives {[output.shape for output in outputs]}"
    off = 0.0
    for output, want in zip(outputs, wanted):
        # As far as numbers of this size can be told apart in 32 bits.
        scale = np.maximum(1, np.max(np.abs(want), initial=0))
        off = max(off, float(np.max(np.abs(output - want) / scale, initial=0)))
    return f"off by {off:.2g}" if not off <= TOLERANCE else None


for case in json.load(sys.stdin):
    try:
        answer = fault(case)
    except Exception as error:
        answer = f"{type(error).__name__}: {error}"[:2000]
    print(json.dumps({"name": case["name"], "fault": answer}), flush=True)
    keras.backend.clear_session()
