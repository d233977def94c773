"""Voting power tracking, on a real chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.errors import UsageError
from btsdk.ops import (
    DisableVotingPowerTracking,
    EnableVotingPowerTracking,
    SetVotingPowerEmaAlpha,
    Sudo,
)
from btsdk.storage import subtensor
from tests.unit.btsdk.ops.stage import NETUID, OTHER, OWNER, SUDO, Stage, staged


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def test_tracking(stage: Stage) -> None:
    on, off = EnableVotingPowerTracking(NETUID), DisableVotingPowerTracking(NETUID)
    for operation in (on, off):
        stage.refuses(operation, OTHER, "BadOrigin")
    stage.refuses(off, OWNER, "SubtensorModule.VotingPowerTrackingNotEnabled")
    stage.refuses(off, SUDO, "SubtensorModule.VotingPowerTrackingNotEnabled")
    stage.does(on, OWNER)
    assert stage.head.storage(subtensor.VotingPowerTrackingEnabled, NETUID)
    assert stage.warnings(on, OWNER) == ("it is tracked already",)
    done = stage.does(off, OWNER).block_number
    ends = stage.head.storage(subtensor.VotingPowerDisableAtBlock, NETUID)
    assert ends == done + 100_800
    assert f"{ends:,}" in stage.effects(on, SUDO)[1]
    stage.does(on, SUDO)
    stage.does(Sudo(off), SUDO)


def test_the_weight_of_the_newest_stake(stage: Stage) -> None:
    stage.does(SetVotingPowerEmaAlpha(NETUID, "0.5%"), SUDO)
    assert stage.head.storage(subtensor.VotingPowerEmaAlpha, NETUID) == 5 * 10**15
    stage.does(SetVotingPowerEmaAlpha(NETUID, 10**18), SUDO)
    stage.refuses(SetVotingPowerEmaAlpha(NETUID, 1), OWNER, "Sudo.RequireSudo")
    for wrong in (10**18 + 1, -1, 0.5, "101%"):
        with pytest.raises(UsageError):
            SetVotingPowerEmaAlpha(NETUID, wrong)  # type: ignore[arg-type]
