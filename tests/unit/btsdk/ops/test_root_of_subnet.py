"""What only root does to a subnet, on a real chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.errors import SubnetNotFound, UsageError
from btsdk.ops import DissolveNetwork, SetSubnetEmissionEnabled, Sudo
from tests.unit.btsdk.ops.stage import NETUID, OWNER, SUDO, Stage, staged


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


@pytest.mark.parametrize("wrap", [lambda one: one, Sudo])
def test_a_subnet_is_dissolved(stage: Stage, wrap: type[Sudo]) -> None:
    operation = wrap(DissolveNetwork(NETUID))
    assert stage.answered(operation, OWNER) == "Sudo.RequireSudo"
    assert all(line.startswith("as root: ") for line in stage.effects(operation, SUDO))
    stage.does(operation, SUDO)
    assert not stage.head.subnet_exists(NETUID)
    with pytest.raises(SubnetNotFound):
        stage.head.subnet_owner(NETUID)


def test_what_cannot_be_dissolved(stage: Stage) -> None:
    for netuid in (0, 9):
        code = "SubtensorModule.SubnetNotExists"
        stage.refuses(DissolveNetwork(netuid), SUDO, code)
    stage.refuses(DissolveNetwork(NETUID), OWNER, "Sudo.RequireSudo")


def test_the_emission_of_a_subnet(stage: Stage) -> None:
    assert stage.head.emission_enabled(1) is True
    stage.does(SetSubnetEmissionEnabled(1, False), SUDO)
    assert stage.head.emission_enabled(1) is False
    stage.does(Sudo(SetSubnetEmissionEnabled(1, True)), SUDO)
    assert stage.head.emission_enabled(1) is True
    stage.refuses(SetSubnetEmissionEnabled(1, False), OWNER, "Sudo.RequireSudo")
    root = SetSubnetEmissionEnabled(0, False)
    stage.refuses(root, SUDO, "AdminUtils.NotPermittedOnRootSubnet")
    missing = SetSubnetEmissionEnabled(9, False)
    stage.refuses(missing, SUDO, "AdminUtils.SubnetDoesNotExist")
    with pytest.raises(UsageError):
        SetSubnetEmissionEnabled(1, 1)  # type: ignore[arg-type]
