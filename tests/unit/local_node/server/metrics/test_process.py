"""What the operating system says of this process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from local_node.server.metrics import process


def values() -> dict[str, float]:
    return {family.name: family.samples[0].value for family in process.families()}


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc")
def test_memory_time_and_open_files() -> None:
    before = values()
    assert before["process_resident_memory_bytes"] > 1_000_000
    assert before["process_cpu_seconds_total"] > 0
    opened = [os.open(os.devnull, os.O_RDONLY) for _ in range(5)]
    try:
        assert values()["process_open_fds"] == before["process_open_fds"] + 5
    finally:
        for number in opened:
            os.close(number)


def test_what_the_system_does_not_say_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_PROC", tmp_path / "none")
    assert set(values()) == {"process_cpu_seconds_total"}
    assert process.resident_bytes() is None
