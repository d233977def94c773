"""Making a subnet, with and without an identity."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AddressError
from btsdk.ops import CreateSubnet, SubnetIdentity
from btsdk.tx.operation import describe
from btsdk.units import Tao
from tests.unit.btsdk.chain import BOB, METADATA, Chain, draft


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: CreateSubnet("5F"), AddressError),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


def test_the_cost_is_spent_and_the_hotkey_is_the_first_neuron() -> None:
    cost = {"get_network_registration_cost": 10**11}
    found = draft(CreateSubnet(BOB), Chain(**cost))
    assert found.call.name == "register_network"
    assert found.spends == Tao.parse("100")
    assert f"{Tao.parse('100')} is spent on it" in found.effects
    assert f"{BOB} is its first neuron" in found.effects


def test_who_cannot_afford_it_is_refused() -> None:
    found = draft(CreateSubnet(BOB), Chain(free=10**9, get_network_registration_cost=10**11))
    assert [one.code for one in found.refusals] == ["SubtensorModule.CannotAffordLockCost"]


def test_an_identity_is_shown_as_the_text_that_it_is() -> None:
    cost = {"get_network_registration_cost": 10**11}
    named = draft(CreateSubnet(BOB, SubnetIdentity("Demo", discord="demo")), Chain(**cost))
    assert named.call.name == "register_network_with_identity"
    assert "its name is 'Demo'" in named.effects
    shown = describe(named.call, METADATA)
    assert "{subnet_name: 'Demo', github_repo: ''" in shown
    odd = draft(CreateSubnet(BOB, SubnetIdentity("a\u202eb")), Chain(**cost))  # a bidi control
    assert "{subnet_name: 0x61e280ae62," in describe(odd.call, METADATA)
