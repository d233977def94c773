"""Tempo, activity cutoff and triggered epochs, on a real chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops import SetActivityCutoffFactor, SetHyperparameter, SetTempo, Sudo, TriggerEpoch
from btsdk.storage import subtensor
from tests.unit.btsdk.chain import ALICE, NewerChain
from tests.unit.btsdk.ops.stage import NETUID, OTHER, OWNER, SUDO, Stage, staged
from tests.unit.btsdk.script import later_at

LIMITED = "SubtensorModule.TxRateLimitExceeded"
FROZEN = "SubtensorModule.AdminActionProhibitedDuringWeightsWindow"


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def test_the_tempo(stage: Stage) -> None:
    operation = SetTempo(NETUID, 400)
    stage.refuses(operation, OTHER, "BadOrigin")
    for wrong in (359, 50_401):
        stage.refuses(SetTempo(NETUID, wrong), OWNER, "SubtensorModule.TempoOutOfBounds")
    done = stage.does(operation, OWNER).block_number
    assert stage.head.hyperparameters(NETUID).tempo == 400
    assert f"in block {done + 360:,}" in stage.refuses(SetTempo(NETUID, 500), OWNER, LIMITED)
    stage.advance_to(done + 360)
    stage.does(SetTempo(NETUID, 500), OWNER)


def test_the_factor_by_owner_and_root(stage: Stage) -> None:
    outside = "SubtensorModule.ActivityCutoffFactorMilliOutOfBounds"
    stage.sudo(calls.SudoSetOwnerHparamRateLimit(epochs=2))
    assert "20 blocks" in stage.effects(SetActivityCutoffFactor(NETUID, 2_000), OWNER)[0]
    done = stage.does(SetActivityCutoffFactor(NETUID, 2_000), OWNER).block_number
    again = SetActivityCutoffFactor(NETUID, 3_000)
    assert f"in block {done + 20:,}" in stage.refuses(again, OWNER, LIMITED)
    stage.refuses(again, OTHER, "BadOrigin")
    stage.does(again, SUDO)
    stage.sudo(calls.SudoSetAdminFreezeWindow(window=1_000))
    stage.refuses(SetActivityCutoffFactor(NETUID, 4_000), OWNER, FROZEN)
    stage.does(Sudo(SetActivityCutoffFactor(NETUID, 4_000)), SUDO)
    stage.refuses(SetActivityCutoffFactor(NETUID, 50_001), SUDO, outside)
    assert stage.head.hyperparameters(NETUID).activity_cutoff_factor == 4_000


def test_a_triggered_epoch(stage: Stage) -> None:
    blocked = "SubtensorModule.DynamicTempoBlockedByCommitReveal"
    operation = TriggerEpoch(NETUID)
    stage.refuses(operation, OTHER, "BadOrigin")
    stage.refuses(operation, OWNER, blocked)
    stage.does(SetHyperparameter(NETUID, "commit_reveal_weights_enabled", False), OWNER)
    stage.does(SetTempo(NETUID, 400), OWNER)
    stage.sudo(calls.SudoSetAdminFreezeWindow(window=5))
    stage.sudo(calls.SudoSetOwnerHparamRateLimit(epochs=2))
    done = stage.does(operation, OWNER).block_number
    assert stage.head.storage(subtensor.PendingEpochAt, NETUID) == done + 5
    pending = stage.refuses(operation, OWNER, "SubtensorModule.EpochTriggerAlreadyPending")
    assert f"block {done + 5:,}" in pending
    window = stage.head.freeze_window(NETUID)
    assert (window.frozen, window.ends_at) == (True, done + 5)
    frozen = stage.refuses(SetHyperparameter(NETUID, "rho", 5), OWNER, FROZEN)
    assert f"block {done + 5}" in frozen
    index = stage.head.storage(subtensor.SubnetEpochIndex, NETUID)
    stage.advance_to(done + 5)
    stage.does(SetHyperparameter(NETUID, "rho", 5), OWNER)
    assert stage.head.storage(subtensor.SubnetEpochIndex, NETUID) == index + 1
    assert f"in block {done + 800:,}" in stage.refuses(operation, OWNER, LIMITED)


def test_an_epoch_that_is_near(stage: Stage) -> None:
    stage.does(SetHyperparameter(NETUID, "commit_reveal_weights_enabled", False), OWNER)
    stage.sudo(calls.SudoSetAdminFreezeWindow(window=1_000))
    stage.refuses(TriggerEpoch(NETUID), OWNER, "SubtensorModule.AutoEpochAlreadyImminent")


def test_what_cannot_be_meant() -> None:
    for wrong in (-1, 65_536, 1.5, True):
        with pytest.raises(UsageError):
            SetTempo(NETUID, wrong)  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        SetActivityCutoffFactor(NETUID, -1)


def test_a_newer_chain_takes_both_from_admin_utils() -> None:
    """There the calls of SubtensorModule cost a fee and change nothing."""
    chain = NewerChain(NetworksAdded=True, SubnetOwner=ss58.decode(ALICE), Tempo=360)
    tempo = chain.draft(SetTempo(1, 400))
    factor = chain.draft(SetActivityCutoffFactor(1, 2_000))
    names = [(one.call.pallet, one.call.name) for one in (tempo, factor)]
    assert names == [
        ("AdminUtils", "sudo_set_tempo"),
        ("AdminUtils", "sudo_set_activity_cutoff_factor"),
    ]
    metadata = later_at().metadata
    assert all(one.call.encode(metadata) for one in (tempo, factor))
