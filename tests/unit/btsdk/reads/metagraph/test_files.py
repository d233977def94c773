"""Saving and loading."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from btsdk import UsageError
from btsdk.reads.metagraph import Metagraph
from local_node import LocalChain
from tests.unit.btsdk.reads.metagraph.conftest import NETUID


def test_all_that_was_fetched_comes_back(graph: Metagraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.npz"
    graph.save(str(path))
    loaded = Metagraph.load(path)
    assert loaded == graph
    assert loaded.neurons == graph.neurons
    assert loaded.commitments == graph.commitments
    assert loaded.identities == graph.identities
    assert not loaded.diff(graph)
    assert loaded.stake.dtype == graph.stake.dtype
    assert [file.name for file in tmp_path.iterdir()] == ["graph.npz"]


def test_a_part_of_a_mechanism_comes_back(subnet: LocalChain, tmp_path: Path) -> None:
    path = tmp_path / "part"
    part = subnet.client.head().metagraph(NETUID, 1, fields=["hotkeys", "last_update"])
    part.save(path)
    loaded = Metagraph.load(path)
    assert loaded == part
    with pytest.raises(UsageError, match="without weights"):
        _ = loaded.weights


def test_another_program_can_read_the_columns(graph: Metagraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "graph.npz")
    with np.load(tmp_path / "graph.npz", allow_pickle=False) as arrays:
        assert arrays["total_stake"].tolist() == graph.stake.tolist()
        assert arrays["weights"].tolist()[0] == [1, 4, 21_845]
        document = json.loads(arrays["document"].tobytes())
    assert document["netuid"] == NETUID


def test_saving_replaces_a_file_whole_or_not_at_all(graph: Metagraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.npz"
    path.write_bytes(b"old")
    broken = Metagraph(1, 0, {**graph.fetched, "name": object()})
    with pytest.raises(TypeError):
        broken.save(path)
    assert path.read_bytes() == b"old"
    graph.save(path)
    assert Metagraph.load(path) == graph
    with pytest.raises(OSError, match="No such file"):
        graph.save(tmp_path / "missing" / "graph.npz")


def arrays_of(graph: Metagraph, path: Path) -> dict[str, Any]:
    graph.save(path)
    with np.load(path, allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def edited(document: Any, **changes: Any) -> Any:
    value = json.loads(document.tobytes())
    value["fields"] |= {name: v for name, v in changes.items() if name != "format"}
    value["format"] = changes.get("format", value["format"])
    return np.frombuffer(json.dumps(value).encode(), dtype=np.uint8)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"format": 2}, "its format is 2"),
        ({"os": "system"}, "unknown fields: os"),
        ({"num_uids": 7}, "its hotkeys are not 7 accounts"),
        ({"num_uids": "6"}, "its num_uids is '6'"),
        ({"block": -1}, "its block is -1"),
        ({"hotkeys": [{"0x": "00"}] * 6}, "its hotkeys are not 6 accounts"),
        ({"hotkeys": [{"0x": "zz"}] * 6}, "non-hexadecimal"),
    ],
)
def test_other_contents_are_refused(
    graph: Metagraph, tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    path = tmp_path / "graph.npz"
    arrays = arrays_of(graph, path)
    np.savez(path, **{**arrays, "document": edited(arrays["document"], **changes)})
    with pytest.raises(UsageError, match=f"is not a saved metagraph: .*{reason}"):
        Metagraph.load(path)


@pytest.mark.parametrize(
    ("name", "column", "reason"),
    [
        ("total_stake", np.zeros((6, 2), dtype=np.uint64), "its total_stake is no column of int"),
        ("total_stake", np.zeros(6), "its total_stake is no column of integers"),
        ("active", np.zeros(6, dtype=np.int64), "its active is no column of flags"),
        ("weights", np.zeros((2, 2), dtype=np.int64), "not enough values"),
        ("weights", np.array([[77, 1, 1]]), "77"),
    ],
)
def test_other_columns_are_refused(
    graph: Metagraph, tmp_path: Path, name: str, column: Any, reason: str
) -> None:
    path = tmp_path / "graph.npz"
    np.savez(path, **{**arrays_of(graph, path), name: column})
    with pytest.raises(UsageError, match=f"is not a saved metagraph: .*{reason}"):
        Metagraph.load(path)


def test_damaged_files_are_refused(graph: Metagraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.npz"
    graph.save(path)
    whole = path.read_bytes()
    for damaged in (b"", b"PK\x03\x04", b"text", whole[: len(whole) // 2], _pickled()):
        path.write_bytes(damaged)
        with pytest.raises(UsageError, match="is not a saved metagraph"):
            Metagraph.load(path)
    for place in range(0, len(whole), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with suppress(UsageError):
            assert Metagraph.load(path).size >= 0
    with pytest.raises(FileNotFoundError):
        Metagraph.load(tmp_path / "none.npz")


def _pickled() -> bytes:
    """A file whose array would need a pickle."""
    buffer = io.BytesIO()
    np.savez(buffer, document=np.array([{"a": 1}], dtype=object))
    return buffer.getvalue()
