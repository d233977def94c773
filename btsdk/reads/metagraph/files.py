"""Metagraphs in files: NumPy's `.npz` with the numbers as arrays and the rest as one JSON text.

Nothing is pickled, and nothing in a file is executed.
"""

from __future__ import annotations

import io
import json
import zlib
from pathlib import Path
from tokenize import TokenError
from typing import Any
from zipfile import BadZipFile

import numpy as np

from btsdk.atomic_file import SHARED, replacing
from btsdk.errors import UsageError
from btsdk.integers import netuid_of, whole
from btsdk.reads.metagraph.fetched import Fetched
from btsdk.reads.metagraph.fields import NAMES, VALIDATOR_TRUST
from btsdk.reads.metagraph.matrix import Matrix

_FORMAT = 1
_FLAGS = ("active", "validator_permit")
_NUMBERS = (
    "pruning_score", "last_update", "emission", "dividends", "incentives", "consensus", "trust",
    "rank", VALIDATOR_TRUST, "block_at_registration", "alpha_stake", "tao_stake", "total_stake",
    "validators",
)  # fmt: skip
_BYTES = "0x"
"""The key of a JSON object that stands for bytes."""
# What NumPy, zipfile and the checks below raise for content that is no saved metagraph.
_DAMAGED = (
    BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, EOFError,
    RuntimeError, OverflowError, SyntaxError, TokenError, MemoryError, OSError,
)  # fmt: skip


def save(graph: Fetched, path: Path) -> None:
    """Write the file, whole or not at all."""
    arrays: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for name, value in graph.fetched.items():
        if name in _FLAGS:
            arrays[name] = np.array(value, dtype=np.bool_)
        elif name in _NUMBERS:
            arrays[name] = np.array(value, dtype=np.uint64)
        else:
            rest[name] = value
    head = {"format": _FORMAT, "netuid": graph.netuid, "mechanism": graph.mechanism}
    document = json.dumps({**head, "fields": rest}, default=_bytes)
    arrays["document"] = np.frombuffer(document.encode(), dtype=np.uint8)
    matrices = (("weights", graph.fetched_weights), ("bonds", graph.fetched_bonds))
    for name, matrix in matrices:
        if matrix is not None:
            arrays[name] = _entries(matrix)
            arrays[f"{name}_rows"] = np.array(list(matrix.rows), dtype=np.int64)
    with replacing(path, SHARED) as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load(path: Path) -> Fetched:
    """Read a file of `save`. Raises `OSError`, or `UsageError` for any other content."""
    data = path.read_bytes()
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return _fetched({name: arrays[name] for name in arrays.files})
    except _DAMAGED as error:
        raise UsageError(
            f"{path} is not a saved metagraph: {error}",
            hint="Only files of Metagraph.save can be loaded.",
        ) from error


def _fetched(arrays: dict[str, Any]) -> Fetched:
    document = json.loads(arrays["document"].tobytes(), object_hook=_restored)
    if document["format"] != _FORMAT:
        raise ValueError(f"its format is {document['format']}, and this release reads {_FORMAT}")
    fetched = dict(document["fields"])
    fetched |= {name: _listed(arrays, name) for name in (*_FLAGS, *_NUMBERS) if name in arrays}
    if unknown := fetched.keys() - {*NAMES, VALIDATOR_TRUST}:
        raise ValueError(f"it has unknown fields: {', '.join(sorted(unknown))}")
    size = fetched["num_uids"]
    _check(fetched, size)
    matrices = [
        _matrix(size, arrays[name], arrays[f"{name}_rows"]) if name in arrays else None
        for name in ("weights", "bonds")
    ]
    netuid = netuid_of(document["netuid"])
    mechanism = whole(document["mechanism"], "mechanism", 0, 255)
    return Fetched(netuid, mechanism, _tupled(fetched), *matrices)


def _listed(arrays: dict[str, Any], name: str) -> list[Any]:
    column, kinds = arrays[name], "b" if name in _FLAGS else "iu"
    if column.ndim != 1 or column.dtype.kind not in kinds:
        raise ValueError(f"its {name} is no column of {'flags' if kinds == 'b' else 'integers'}")
    found: list[Any] = column.tolist()
    return found


def _check(fetched: dict[str, Any], size: Any) -> None:
    for name in ("num_uids", "block"):
        if type(fetched[name]) is not int or fetched[name] < 0:
            raise ValueError(f"its {name} is {fetched[name]!r}")
    for name in ("hotkeys", "coldkeys"):
        keys = fetched.get(name)
        if keys is not None and (
            len(keys) != size or any(type(key) is not bytes or len(key) != 32 for key in keys)
        ):
            raise ValueError(f"its {name} are not {size} accounts")


def _entries(matrix: Matrix) -> Any:
    """All entries as rows of giving uid, receiving uid and value."""
    entries = [(u, v, value) for u, row in matrix.rows.items() for v, value in row.items()]
    return np.array(entries, dtype=np.int64).reshape(-1, 3)


def _matrix(size: int, entries: Any, uids: Any) -> Matrix:
    rows: dict[int, dict[int, int]] = {uid: {} for uid in uids.tolist()}
    for uid, target, value in entries.tolist():
        rows[uid][target] = value
    return Matrix(size, rows)


def _bytes(value: Any) -> Any:
    if isinstance(value, bytes):
        return {_BYTES: value.hex()}
    raise TypeError(f"{type(value).__name__} cannot be saved")


def _restored(value: dict[str, Any]) -> Any:
    return bytes.fromhex(value[_BYTES]) if value.keys() == {_BYTES} else value


def _tupled(fetched: dict[str, Any]) -> dict[str, Any]:
    """The pairs that JSON has made lists as tuples again."""
    pairs = ("tao_dividends_per_hotkey", "alpha_dividends_per_hotkey", "commitments")
    return {
        name: [tuple(pair) for pair in value] if name in pairs and value is not None else value
        for name, value in fetched.items()
    }
