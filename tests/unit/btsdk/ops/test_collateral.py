"""Operations on collateral: drafted where the chain has the calls, refused by name elsewhere."""

from __future__ import annotations

import pytest

from btsdk.errors import AmountError, IncompatibleItem, UsageError
from btsdk.keys import ss58
from btsdk.ops import AddCollateral, SetMinCollateral
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import ALICE, BOB, NewerChain, draft
from tests.unit.btsdk.script import later_at

METADATA = later_at().metadata
STATE = {"locked": 7 * 10**9, "drain_ratio": 1 << 64, "min_locked": 0, "earned": 0}
MINE = {"NetworksAdded": True, "Owner": ss58.decode(ALICE)}
ADD = AddCollateral(1, BOB, Alpha.parse("2", 1), Tao.parse("0.5"))


def test_adding() -> None:
    found = NewerChain(**MINE, MinerCollateral=STATE).draft(ADD)
    call = METADATA.decode_call(found.call.encode(METADATA))
    assert (call.name, call.args["alpha"], call.args["limit_price"]) == (
        "add_collateral",
        2 * 10**9,
        5 * 10**8,
    )
    assert "its collateral is then α9.000000000" in found.effects[1]
    assert found.refusals == ()


def test_the_least_amount() -> None:
    operation = SetMinCollateral(1, BOB, Alpha.parse("10", 1))
    found = NewerChain(**MINE, MinerCollateral=STATE).draft(operation)
    assert found.call.name == "set_min_collateral"
    assert "α3.000000000" in found.effects[1]
    none = NewerChain(**MINE).draft(SetMinCollateral(1, BOB, Alpha.zero(1)))
    assert none.effects == (f"the collateral of {BOB} has no least amount any more",)


def test_what_the_chain_would_refuse() -> None:
    assert NewerChain().draft(ADD).refusals[0].code == "SubtensorModule.SubnetNotExists"
    other = NewerChain(NetworksAdded=True, Owner=ss58.decode(BOB)).draft(ADD)
    assert other.refusals[0].code == "SubtensorModule.NonAssociatedColdKey"
    with pytest.raises(IncompatibleItem, match=r"SubtensorModule\.add_collateral does not exist"):
        draft(ADD)


def test_values_that_make_no_sense() -> None:
    with pytest.raises(UsageError):
        AddCollateral(0, BOB, Alpha.parse("2", 0), Tao.parse("0.5"))
    for amount in (Alpha.zero(1), Alpha.parse("2", 2)):
        with pytest.raises(AmountError):
            AddCollateral(1, BOB, amount, Tao.parse("0.5"))
    with pytest.raises(AmountError):
        SetMinCollateral(1, BOB, Alpha.parse("2", 2))
