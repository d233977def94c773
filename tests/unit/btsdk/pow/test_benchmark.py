"""Rates of every code path, in relation to the plain search."""

from __future__ import annotations

import pytest

from btsdk.pow import workers
from btsdk.pow.benchmark import measure
from btsdk.pow.native.compiler import available


def test_every_path_is_measured_on_each_number_of_threads() -> None:
    rates = list(measure([1, 2], 0.02))
    names = [path.name for path in available()]
    wanted = ["plain", "batch", *(name for name in names for _ in range(2))]
    assert [rate.name for rate in rates] == wanted * 2
    assert {rate.message_bytes for rate in rates} == {40, 131}
    assert all(rate.seals_per_second > 0 for rate in rates)
    assert [rate.ratio_to_plain for rate in rates if rate.name == "plain"] == [1.0, 1.0]


def test_without_the_extra_two_paths_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "is_compiled", lambda: False)
    assert [rate.name for rate in measure([1], 0.02)] == ["plain", "batch"] * 2
