"""A few sequences on both runtimes; `python -m tests.differential` puts thousands to them."""

from __future__ import annotations

import pytest

from tests.differential.calls import Steps
from tests.differential.running import LENGTH, both_sides, run
from tests.runtimes import NEEDS_RAW_SPEC, RAW_SPEC

SEQUENCES = 100


def test_a_seed_says_everything() -> None:
    one, other = Steps(7), Steps(7)
    assert [one.step() for _ in range(LENGTH)] == [other.step() for _ in range(LENGTH)]


@pytest.mark.parametrize("spec", [pytest.param(RAW_SPEC, id="compiled", marks=NEEDS_RAW_SPEC)])
def test_random_calls_do_the_same_on_both(spec: str) -> None:
    with both_sides(spec) as sides:
        report = run(sides, range(SEQUENCES))
    assert report.unexplained == []
    assert report.steps > 4 * SEQUENCES
    assert {"Proxy.ProxyExecuted", "Scheduler.Dispatched", "Sudo.Sudid"} <= report.events.keys()
