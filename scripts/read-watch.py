"""Writes the recordings of seglearn's watch_dataset.npy, a pickled dictionary of numpy arrays, as JSON, with nothing
but Python's own library. Usage: read-watch.py watch_dataset.npy > recordings.json"""

import array
import json
import pickle
import sys


class Array:
    """A numpy array as pickle restores it."""

    def __setstate__(self, state):
        _, self.shape, self.dtype, self.fortran, self.data = state

    def numbers(self):
        if self.dtype.kind == 'O' or self.dtype.name == 'O8':
            return [item.numbers() if isinstance(item, Array) else item for item in self.data]
        codes = {'f8': 'd', 'f4': 'f', 'i8': 'q', 'i4': 'i'}
        data = self.data.encode('latin1') if isinstance(self.data, str) else self.data
        flat = array.array(codes[self.dtype.name], data).tolist()
        if len(self.shape) < 2:
            return flat
        rows, columns = self.shape
        if self.fortran:
            return [[flat[column * rows + row] for column in range(columns)] for row in range(rows)]
        return [flat[row * columns:(row + 1) * columns] for row in range(rows)]


class Dtype:
    def __init__(self, name, *_):
        self.name = name
        self.kind = name[0]

    def __setstate__(self, state):
        assert state[1] in ('<', '|'), state


class Unpickler(pickle.Unpickler):
    def find_class(self, module, name):
        known = {'_reconstruct': lambda *_: Array(), 'ndarray': Array, 'dtype': Dtype}
        if name == 'scalar':
            return lambda dtype, data: data
        if name == 'encode':
            return lambda text, coding: text.encode(coding)
        return known[name]


def plain(value):
    if isinstance(value, Array):
        return plain(value.numbers())
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


with open(sys.argv[1], 'rb') as file:
    assert file.read(6) == b'\x93NUMPY'
    assert file.read(2) == b'\x01\x00'
    file.read(int.from_bytes(file.read(2), 'little'))
    content = Unpickler(file, encoding='latin1').load()
while isinstance(content, Array):
    content = content.data[0]
json.dump(plain(content), sys.stdout)
