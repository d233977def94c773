"""Registration for TAO."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AmountError
from btsdk.keys import ss58
from btsdk.ops import RecycleRegister
from btsdk.units import Tao
from tests.unit.btsdk.chain import BOB, OPEN, TAO, Chain, draft


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: RecycleRegister(1, BOB, limit_price=Tao.from_rao(0)), AmountError),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


def test_recycling() -> None:
    found = draft(RecycleRegister(1, BOB, limit_price=TAO), Chain(**OPEN))
    assert (found.call.name, found.warnings) == ("register_limit", ())
    assert "τ1.000000000 is recycled" in found.effects
    unlimited = draft(RecycleRegister(1, BOB), Chain(**OPEN))
    assert unlimited.call.name == "burned_register"
    assert any("no price limit" in warning for warning in unlimited.warnings)
    dear = draft(RecycleRegister(1, BOB, limit_price=Tao.from_rao(5)), Chain(**OPEN))
    assert any("above the limit" in warning for warning in dear.warnings)
    taken = draft(RecycleRegister(1, BOB, limit_price=TAO), Chain(**OPEN, Uids=7))
    assert any("already, as uid 7" in warning for warning in taken.warnings)
    foreign = draft(RecycleRegister(1, BOB, limit_price=TAO), Chain(**OPEN, Owner=ss58.decode(BOB)))
    assert any("another coldkey" in warning for warning in foreign.warnings)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"NetworksAdded": False}, "SubnetNotExists"),
        ({"NetworkRegistrationAllowed": False}, "SubNetRegistrationDisabled"),
        ({"Burn": 2 * 10**9}, "RegistrationPriceLimitExceeded"),
        ({"Uids": 7}, "HotKeyAlreadyRegisteredInSubNet"),
        ({"Owner": ss58.decode(BOB)}, "NonAssociatedColdKey"),
    ],
)
def test_a_refusal_has_the_code_of_the_chain(changes: dict[str, Any], code: str) -> None:
    chain = Chain(**{**OPEN, **changes})
    (refusal,) = draft(RecycleRegister(1, BOB, limit_price=TAO), chain).refusals
    assert refusal.code == f"SubtensorModule.{code}"
