"""
Writes the parity fixtures: `python scripts/parity/make.py [file …]`, with Keras 3 on JAX. One file a layer kind or
group, one case a line, in JSON; the same numbers in every run.
"""

import json
import pathlib
import sys

import convolution
import core
import measures
import merging
import normalization
import pooling
import recurrent
import shaping
import training

FOLDER = pathlib.Path(__file__).parents[2] / "tests" / "parity" / "fixtures"

LAYERS = [core, convolution, pooling, shaping, merging, recurrent, normalization]

FILES = {
    **{f"layers/{kind}": cases for module in LAYERS for kind, cases in module.CASES.items()},
    **{f"training/{group}": cases for group, cases in training.CASES.items()},
    **{f"measures/{group}": cases for group, cases in measures.CASES.items()},
}


def main(names):
    for name in names or FILES:
        lines = [json.dumps(case, separators=(",", ":")) for case in FILES[name]()]
        text = "\n".join(lines) + "\n"
        path = FOLDER / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        print(f"{name}: {len(lines)} cases, {len(text) // 1024} kB", flush=True)


main(sys.argv[1:])
