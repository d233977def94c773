"""Types of FRAME."""

from __future__ import annotations

from chain_spec.pallets import balances, system
from chain_spec.profile import Profile
from chain_spec.runtime import build
from chain_spec.types import u16
from chain_spec.types.expression import Collection, Struct
from chain_spec.types.frame import IdAmount, PerDispatchClass

INTERFACE = build(Profile.SLOW)


def test_a_part_for_each_dispatch_class() -> None:
    parts = PerDispatchClass(u16)
    assert parts.zero() == {"normal": 0, "operational": 0, "mandatory": 0}
    assert [field.type.label for field in parts.fields] == ["T", "T", "T"]
    length = INTERFACE.codec(system.pallet.constants["BlockLength"].type)
    assert len(length.encode({"max": {"normal": 1, "operational": 2, "mandatory": 3}})) == 12


def test_an_amount_has_the_reason_that_its_storage_keeps() -> None:
    assert IdAmount(u16).zero() == {"id": 0, "amount": 0}
    for name in ("Holds", "Freezes"):
        kept = balances.pallet.storage[name].value
        assert isinstance(kept, Collection)
        entry = kept.items[0]
        assert isinstance(entry, Struct)
        assert entry.path[-1] == "IdAmount"
        assert dict(entry.params)["Id"] is not None
    one, other = (balances.pallet.storage[name].value for name in ("Holds", "Freezes"))
    assert INTERFACE.type_id(one) != INTERFACE.type_id(other)
