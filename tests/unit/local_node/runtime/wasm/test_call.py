"""What one call may write, in the state and in the log."""

from __future__ import annotations

from typing import Any

import pytest

from local_node.runtime.wasm import call as room
from local_node.runtime.wasm.call import Call, HostError
from tests.unit.local_node.runtime.wasm.support import Bench


def call(bench: Bench) -> Call:
    memory: Any = None
    return Call(bench.runtime, bench.ext, memory, memory)


def test_a_call_holds_so_many_bytes(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_HELD", 10_000)
    one = call(bench)
    one.keep(5_000)
    bench.ext.set(b"key", bytes(6_000))
    with pytest.raises(HostError, match="in one call"):
        one.keep(5_000)


def test_what_was_written_over_is_not_counted(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_HELD", 10_000)
    one = call(bench)
    for _ in range(20):
        bench.ext.set(b"key", bytes(1_000))
        one.keep(1_000)


def test_a_call_says_so_many_lines(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_LINES", 2)
    one = call(bench)
    assert [one.say() for _ in range(4)] == [True, True, False, False]
    assert call(bench).say()
