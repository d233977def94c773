"""Random well-typed calls from random origins: no panic, and no trace of a failed call."""

from __future__ import annotations

import pytest

from tests.simulation.episode import Episode, Tally
from tests.simulation.world import World, settled_world

CALLS_IN_AN_EPISODE = 500
"""After so many the state is fresh again: root's calls among them make it ever less likely that
anything succeeds."""


@pytest.fixture(scope="module")
def world() -> World:
    return settled_world()


def fuzz(world: World, seed: str, calls: int) -> Tally:
    total = Tally()
    for start in range(0, calls, CALLS_IN_AN_EPISODE):
        tally = Episode(world, f"{seed}/{start}").run(min(CALLS_IN_AN_EPISODE, calls - start))
        total.succeeded += tally.succeeded
        total.failed += tally.failed
        total.refused += tally.refused
        total.names |= tally.names
        total.wrong += tally.wrong
    return total


def test_random_calls_do_not_panic_and_leave_no_trace(world: World) -> None:
    tally = fuzz(world, "few", 400)
    assert not tally.wrong, "\n".join(tally.wrong[:5])
    assert tally.succeeded > 20
    assert tally.failed > 100


@pytest.mark.slow
def test_twenty_thousand_random_calls(world: World) -> None:
    tally = fuzz(world, "many", 20_000)
    assert not tally.wrong, "\n".join(tally.wrong[:5])
    assert len(tally.names) > 120, "too few kinds of calls ever succeeded"
