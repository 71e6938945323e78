"""
Writes tests/formats/archive/fixtures with Keras 3 on JAX: `python scripts/keras/make_archives.py`. Small archives as
Keras saves them (all but the first compressed, which Keras reads too), and what their models predict.
"""

import io
import json
import pathlib
import zipfile

import archive_models
import keras
import numpy as np

FOLDER = pathlib.Path(__file__).parents[2] / "tests" / "formats" / "archive" / "fixtures"


def compressed(path):
    content = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, source.read(entry))
    path.write_bytes(content.getvalue())


def main():
    cases = []
    for make in [*archive_models.OPENED, *archive_models.REFUSED]:
        random = np.random.default_rng(4)
        keras.backend.clear_session()
        model = make()
        if make is not archive_models.infinite:
            archive_models.draw(model, random)
        path = FOLDER / f"{make.__name__}.keras"
        model.save(path)
        if make is not archive_models.sequential:
            compressed(path)
        case = {"name": make.__name__}
        if make in archive_models.OPENED:
            batch = archive_models.batch_for(model, random)
            outputs = model.predict(batch, batch_size=len(batch), verbose=0)
            outputs = outputs if isinstance(outputs, list) else [outputs]
            case |= {
                "parameters": model.count_params(),
                "input": archive_models.tensor(batch),
                "outputs": [archive_models.tensor(output) for output in outputs],
            }
        cases.append(case)
        print(path.name, path.stat().st_size)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (FOLDER / "cases.json").write_text(f"[\n{lines}\n]\n")


main()
