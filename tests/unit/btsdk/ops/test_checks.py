"""What several operations look at before anything is signed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import AddressError, AmountError, UsageError
from btsdk.keys import ss58
from btsdk.ops.checks import (
    balance_refusals,
    balance_warnings,
    check_address,
    check_alpha,
    check_tao,
    owner_refusals,
    same_pool_warnings,
    subnet_refusals,
)
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import ALICE, BOB, TAO, Chain
from tests.unit.btsdk.script import dev_at


def test_addresses() -> None:
    check_address(ALICE, "dest")
    with pytest.raises(AddressError):
        check_address("5F", "dest")
    with pytest.raises(UsageError, match="dest is an ss58 address, not bytes"):
        check_address(b"x", "dest")  # type: ignore[arg-type]


@given(st.integers(-(2**70), 2**70))
def test_amounts_are_positive_and_fit_the_chain(rao: int) -> None:
    fits = 0 < rao < 2**64
    for check in (
        lambda: check_tao(Tao.from_rao(rao)),
        lambda: check_alpha(Alpha.from_rao(rao, 3), 3),
    ):
        if fits:
            check()
        else:
            with pytest.raises(AmountError):
                check()


@pytest.mark.parametrize("amount", [1, 1.5, "1", None, Alpha.parse("1", 3)])
def test_what_is_no_tao(amount: Any) -> None:
    with pytest.raises(AmountError, match="is in TAO, not"):
        check_tao(amount)


@pytest.mark.parametrize("amount", [1, TAO, Alpha.parse("1", 4)])
def test_what_is_no_alpha_of_the_subnet(amount: Any) -> None:
    with pytest.raises(AmountError, match="alpha of subnet 3"):
        check_alpha(amount, 3)


def test_what_an_account_can_move() -> None:
    script = Chain(free=10**9).script()
    assert script.play(balance_refusals(dev_at(), ALICE, TAO, "X.Y")) == ()
    (refusal,) = script.play(balance_refusals(dev_at(), ALICE, TAO * 2, "X.Y"))
    assert refusal.code == "X.Y"
    (warning,) = script.play(balance_warnings(dev_at(), ALICE, Tao.from_rao(10**9 - 499)))
    assert warning.startswith("it leaves τ0.000000499")
    assert script.play(balance_warnings(dev_at(), ALICE, Tao.from_rao(10**9 - 500))) == ()
    assert script.play(balance_warnings(dev_at(), ALICE, TAO * 2)) == ()  # that is refused


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "SubtensorModule.SubnetNotExists"),
        ({"NetworksAdded": True}, "SubtensorModule.SubtokenDisabled"),
        ({"NetworksAdded": True, "SubtokenEnabled": True}, None),
    ],
)
def test_subnets(values: dict[str, bool], code: str | None) -> None:
    found = Chain(**values).script().play(subnet_refusals(dev_at(), 1))
    assert [one.code for one in found] == ([] if code is None else [code])


def test_owners() -> None:
    own = Chain(Owner=ss58.decode(ALICE)).script()
    assert own.play(owner_refusals(dev_at(), BOB, ALICE)) == ()
    (refusal,) = own.play(owner_refusals(dev_at(), BOB, BOB))
    assert (refusal.code, ALICE in refusal.reason) == ("SubtensorModule.NonAssociatedColdKey", True)
    assert Chain(Owner=bytes(32)).script().play(owner_refusals(dev_at(), BOB, ALICE)) == ()


@pytest.mark.parametrize(
    ("netuids", "named"),
    [([1, 2], None), ([0, 0], None), ([3, 1, 3], "3"), ([2, 1, 2, 1, 0, 0], "1, 2")],
)
def test_trades_in_one_pool(netuids: list[int], named: str | None) -> None:
    found = same_pool_warnings(netuids)
    assert [one.rpartition("subnet ")[2] for one in found] == ([] if named is None else [named])
