"""What a chain file is told at the start of a node: how many states stay, how far finality lags."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from local_node import LocalChain
from local_node.process.retention import Retention


def states(chain: LocalChain) -> int:
    """How many blocks of the best chain have theirs."""
    hashes = [chain.chain.hash_at(number) for number in chain.chain.numbers()]
    return sum(chain.chain.store.state_root(each or b"") is not None for each in hashes)


def test_what_is_not_said_stays() -> None:
    with LocalChain(finality_lag=2) as local:
        assert Retention().apply(local.chain) is None
        assert (local.chain.store.keep, local.chain.finality_lag) == (None, 2)
        assert Retention(states="all", finality_lag=1).apply(local.chain) is None
        assert local.chain.finality_lag == 1


def test_what_another_number_means_is_said() -> None:
    with LocalChain() as local:
        local.advance(6)
        said = Retention(states=3).apply(local.chain) or ""
        assert said.startswith("From now on the newest 3 states are kept, and older ones were pru")
        assert states(local) == 3
        assert (Retention(states=5).apply(local.chain) or "").endswith("kept; until now it was 3.")
        local.advance(4)
        assert states(local) == 5
        assert (Retention(states="all").apply(local.chain) or "").startswith("Every state is kept")
        local.advance(4)
        assert states(local) == 9
        assert local.chain.check(execute=True) == []


def test_states_that_may_be_gone_back_to_stay() -> None:
    with LocalChain(finality_lag=4) as local:
        Retention(states=1).apply(local.chain)
        local.advance(8)
        assert states(local) == 5
        local.control.set_head(4)
        local.advance(2)
        assert local.chain.check(execute=True) == []


@pytest.mark.parametrize("wrong", [0, -1, 1.5, True, "many"])
def test_what_cannot_be(wrong: Any) -> None:
    with LocalChain() as local:
        with pytest.raises(UsageError, match="the states to keep"):
            Retention(states=wrong).apply(local.chain)
        with pytest.raises(UsageError, match="finality lag"):
            Retention(finality_lag=-1).apply(local.chain)


def test_a_fork_keeps_every_state_and_its_finality_may_lag() -> None:
    with LocalChain() as remote:
        remote.advance(2)
        remote.serve()
        with LocalChain(fork=remote.endpoint) as fork:
            base = fork.chain.best
            with pytest.raises(UsageError, match="a fork keeps every state"):
                Retention(states=3).apply(fork.chain)
            fork.chain.set_finality_lag(3)
            fork.advance(2)
            assert fork.chain.finalized == base
            fork.control.set_head(base.hash)
            fork.advance(4)
            assert fork.chain.finalized.number == base.number + 1
            fork.control.finalize()
            assert fork.chain.finalized == fork.chain.best
