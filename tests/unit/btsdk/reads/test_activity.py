"""Blocks since updates, against a chain whose epochs leave neurons out."""

from __future__ import annotations

import pytest

from btsdk import UsageError
from btsdk.storage import subtensor
from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold

NETUID = 2
SCAFFOLD = """
[[subnets]]
owner = "//Alice"
hotkey = "//Alice//hot"
settings = { Tempo = 4, ActivityCutoffFactorMilli = 2500 }

[[subnets.neurons]]
coldkey = "//Bob"
hotkey = "//Bob//hot"
"""


def test_a_neuron_is_active_until_the_cutoff() -> None:
    with LocalChain(scaffold=read_scaffold(SCAFFOLD, "the test's scaffold")) as chain:
        view = chain.client.head()
        first = view.activity(NETUID)
        assert first.cutoff == 10
        assert first.last_updates == tuple(view.storage(subtensor.LastUpdate, NETUID))
        assert first.blocks_since_update(1) == view.blocks_since_update(NETUID, 1)
        assert view.blocks_since_update(NETUID, 1) == view.number - first.last_updates[1]
        end = first.active_until(1)
        for _ in range(5):
            before = chain.client.head()
            expected = before.epoch_schedule(NETUID).next_epoch
            chain.advance_to_epoch(NETUID)
            assert chain.client.head().number == expected
            seen = chain.client.head().storage(subtensor.Active, NETUID)
            assert expected is not None
            assert seen[1] is (expected <= end)
            at_epoch = chain.client.at(expected - 1).activity(NETUID)
            assert at_epoch.active(1) is seen[1]
        assert not seen[1]


def test_what_is_not_there(chain: LocalChain) -> None:
    view = chain.client.head()
    with pytest.raises(UsageError, match="no subnet 9"):
        view.activity(9)
    with pytest.raises(UsageError, match="no mechanism 1: it has 1"):
        view.activity(1, 1)
    with pytest.raises(UsageError, match="no uid 9"):
        view.blocks_since_update(1, 9)
