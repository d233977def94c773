"""Opening a subnet for staking."""

from __future__ import annotations

import pytest

from btsdk.keys import ss58
from btsdk.ops import StartSubnet
from btsdk.tx.operation import Operation
from tests.unit.btsdk.chain import ALICE, BOB, POOL, Chain, called, draft


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (StartSubnet(1), "SubtensorModule.start_call"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain(SubnetOwner=ss58.decode(ALICE), **POOL)) == name


def test_who_may_not_start_it_is_told_why() -> None:
    (missing,) = draft(StartSubnet(4)).warnings
    assert missing == "there is no subnet 4"
    foreign = Chain(NetworksAdded=True, SubnetOwner=ss58.decode(BOB))
    assert draft(StartSubnet(1), foreign).warnings == (f"the subnet belongs to {BOB}",)
    own = {"NetworksAdded": True, "SubnetOwner": ss58.decode(ALICE)}
    assert draft(StartSubnet(1), Chain(**own)).warnings == ()
    again = Chain(**own, FirstEmissionBlockNumber=5)
    assert draft(StartSubnet(1), again).warnings == ("the subnet was started already",)
