"""The pallets that are instances of `pallet_membership`."""

from __future__ import annotations

import pytest

from chain_spec.declare import Pallet
from chain_spec.pallets import senate_members, triumvirate_members
from chain_spec.pallets.membership import Calls, Errors, Events, Storage
from chain_spec.types.expression import Collection

INSTANCES = [senate_members.pallet, triumvirate_members.pallet]


@pytest.mark.parametrize("pallet", INSTANCES, ids=lambda pallet: pallet.name)
def test_an_instance_has_the_calls_of_the_pallet(pallet: Pallet) -> None:
    assert {name: call.index for name, call in pallet.calls.items()} == {
        "add_member": 0,
        "remove_member": 1,
        "swap_member": 2,
        "reset_members": 3,
        "change_key": 4,
        "set_prime": 5,
        "clear_prime": 6,
    }
    assert [event.index for event in pallet.events.values()] == list(range(6))
    assert [error.index for error in pallet.errors.values()] == list(range(3))


def test_instances_share_no_item() -> None:
    one, other = INSTANCES
    for kind in ("storage", "calls", "events", "errors"):
        assert not set(map(id, getattr(one, kind).values())) & set(
            map(id, getattr(other, kind).values())
        )
    assert one.calls["add_member"].full_name == "SenateMembers.add_member"


def test_each_has_its_own_bound() -> None:
    pallet = Pallet(
        "Few", 99, crate="pallet_membership", storage=Storage(most=3), calls=Calls(),
        events=Events(), errors=Errors(), instances=True,
    )  # fmt: skip
    members = pallet.storage["Members"].value
    assert isinstance(members, Collection)
    assert members.bound == 3
    assert pallet.storage["Prime"].optional
