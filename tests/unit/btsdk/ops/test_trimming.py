"""Trimming a subnet, on a real chain with more neurons than are to remain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.keys import Keypair
from btsdk.ops import RecycleRegister, SetHyperparameter, TrimSubnet
from tests.unit.btsdk.ops.stage import HOTKEY, NETUID, OWNER, SUDO, Stage, staged

PREFIX = "SubtensorModule."
MINERS = [Keypair.from_uri(f"//miner{number}").ss58_address for number in range(4)]


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        for miner in MINERS:
            stage.does(RecycleRegister(NETUID, miner), OWNER)
            stage.chain.advance()
        stage.sudo(calls.SudoSetMinAllowedUids(netuid=NETUID, min_allowed_uids=2))
        yield stage


def test_the_bounds(stage: Stage) -> None:
    stage.refuses(TrimSubnet(NETUID, 1), OWNER, PREFIX + "InvalidValue")
    stage.refuses(TrimSubnet(NETUID, 257), SUDO, PREFIX + "InvalidValue")
    stage.does(TrimSubnet(NETUID, 128), OWNER)
    assert stage.head.hyperparameters(NETUID).max_allowed_uids == 128


def test_the_immune_neurons(stage: Stage) -> None:
    code = PREFIX + "TrimmingWouldExceedMaxImmunePercentage"
    assert "5 neurons are immune" in stage.refuses(TrimSubnet(NETUID, 3), OWNER, code)
    stage.does(SetHyperparameter(NETUID, "immunity_period", 1), OWNER)
    stage.chain.advance()
    operation = TrimSubnet(NETUID, 3)
    assert "2 of its 5 neurons are removed" in stage.effects(operation, OWNER)
    snapshot = stage.chain.snapshot()
    stage.does(operation, OWNER)
    neurons = stage.head.neurons(NETUID)
    assert len(neurons) == 3
    assert neurons[0].hotkey == HOTKEY.ss58_address
    stage.chain.revert(snapshot)
    # The owner's hotkeys are immune up to their limit.
    stage.does(SetHyperparameter(NETUID, "owner_immune_neuron_limit", 3), OWNER)
    assert "3 neurons are immune" in stage.refuses(operation, OWNER, code)
