"""Mechanisms, their split, and trimming, on a real chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.errors import MechanismNotFound, UsageError
from btsdk.ops import (
    SetHyperparameter,
    SetMechanismCount,
    SetMechanismEmissionSplit,
    Sudo,
    TrimSubnet,
)
from local_node import LocalChain
from tests.unit.btsdk.ops.stage import NETUID, OTHER, OWNER, SUDO, Stage, staged

PREFIX = "SubtensorModule."
INVALID = PREFIX + "InvalidValue"
FROZEN = PREFIX + "AdminActionProhibitedDuringWeightsWindow"


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        stage.does(SetHyperparameter(NETUID, "max_allowed_uids", 128), OWNER)
        yield stage


def test_the_count(stage: Stage) -> None:
    operation = SetMechanismCount(NETUID, 2)
    stage.refuses(operation, OTHER, "BadOrigin")
    stage.does(operation, OWNER)
    found = stage.head.mechanisms(NETUID)
    assert (found.count, found.most, found.split, found.shares) == (2, 2, None, (32_768, 32_767))
    assert stage.head.metagraph(NETUID, 1).netuid == NETUID
    for wrong in (0, 3, 17):
        stage.refuses(SetMechanismCount(NETUID, wrong), OWNER, INVALID)
    (lost,) = stage.warnings(SetMechanismCount(NETUID, 1), SUDO)
    assert "mechanism 1" in lost
    stage.does(Sudo(SetMechanismCount(NETUID, 1)), SUDO)
    with pytest.raises(MechanismNotFound):
        stage.head.metagraph(NETUID, 1)


def test_too_many_uids(stage: Stage) -> None:
    stage.does(SetHyperparameter(NETUID, "max_allowed_uids", 129), OWNER)
    code = PREFIX + "TooManyUIDsPerMechanism"
    stage.refuses(SetMechanismCount(NETUID, 2), OWNER, code)
    stage.does(SetHyperparameter(NETUID, "max_allowed_uids", 128), OWNER)
    stage.does(SetMechanismCount(NETUID, 2), OWNER)
    stage.refuses(SetHyperparameter(NETUID, "max_allowed_uids", 129), OWNER, code)


def test_the_split(stage: Stage) -> None:
    stage.does(SetMechanismCount(NETUID, 2), OWNER)
    stage.does(SetMechanismEmissionSplit(NETUID, ["60%", "40%"]), OWNER)
    found = stage.head.mechanisms(NETUID)
    assert found.split == found.shares == (39_321, 26_214)
    stage.does(SetMechanismEmissionSplit(NETUID, [65_535]), SUDO)
    assert stage.head.mechanisms(NETUID).shares == (65_535, 0)
    stage.does(SetMechanismEmissionSplit(NETUID, None), OWNER)
    assert stage.head.mechanisms(NETUID).split is None
    for wrong in ([], [1, 2], [65_535, 1], [65_533, 1, 1], ["50%", "49%"]):
        stage.refuses(SetMechanismEmissionSplit(NETUID, wrong), OWNER, INVALID)
    thirds = SetMechanismEmissionSplit(NETUID, ["33.3%", "33.3%", "33.4%"]).split
    assert thirds is not None
    assert sum(int(part) for part in thirds) == 65_535


@pytest.mark.parametrize("operation", [SetMechanismCount(9, 2), SetMechanismEmissionSplit(9, None)])
def test_no_subnet(stage: Stage, operation: SetMechanismCount) -> None:
    stage.refuses(operation, SUDO, PREFIX + "MechanismDoesNotExist")
    stage.refuses(operation, OWNER, "BadOrigin")
    stage.refuses(TrimSubnet(9, 64), SUDO, PREFIX + "SubnetNotExists")


def test_the_rate_limit_and_the_freeze_window(stage: Stage) -> None:
    stage.does(SetMechanismCount(NETUID, 2), OWNER)
    stage.sudo(calls.SudoSetAdminFreezeWindow(window=1_000))
    for operation in (
        SetMechanismCount(NETUID, 1),
        SetMechanismEmissionSplit(NETUID, None),
        TrimSubnet(NETUID, 64),
    ):
        stage.refuses(operation, OWNER, FROZEN)
        stage.refuses(operation, SUDO, FROZEN)


@pytest.mark.slow
def test_a_slow_chain_limits_mechanisms_to_once_a_day() -> None:
    with LocalChain("local") as chain:
        stage = Stage(chain)
        stage.does(SetHyperparameter(NETUID, "max_allowed_uids", 128), OWNER)
        done = stage.does(SetMechanismCount(NETUID, 2), OWNER).block_number
        code = PREFIX + "TxRateLimitExceeded"
        reason = stage.refuses(SetMechanismCount(NETUID, 1), OWNER, code)
        assert f"in block {done + 7_200:,}" in reason
        stage.does(SetMechanismCount(NETUID, 1), SUDO)
        done = stage.does(TrimSubnet(NETUID, 64), OWNER).block_number
        reason = stage.refuses(TrimSubnet(NETUID, 65), OWNER, code)
        assert f"in block {done + 216_000:,}" in reason


def test_what_cannot_be_meant() -> None:
    for make in (
        lambda: SetMechanismCount(NETUID, -1),
        lambda: SetMechanismEmissionSplit(NETUID, "60%"),
        lambda: SetMechanismEmissionSplit(NETUID, [0.5, 0.5]),  # type: ignore[list-item]
        lambda: SetMechanismEmissionSplit(NETUID, ["101%"]),
        lambda: TrimSubnet(NETUID, 65_536),
    ):
        with pytest.raises(UsageError):
            make()
