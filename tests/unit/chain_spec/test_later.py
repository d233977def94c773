"""Items of later spec versions: declared for clients, in no chain of this project."""

from __future__ import annotations

import pytest

from chain_spec import chains, later
from chain_spec.features import Feature
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import Interface, build

BASE = build(Profile.SLOW, frozenset(Feature))


def names(interface: Interface) -> set[str]:
    found = set()
    for pallet in interface.pallets.values():
        kinds = (pallet.calls, pallet.storage, pallet.events, pallet.errors, pallet.constants)
        found |= {f"{pallet.name}.{name}" for kind in kinds for name in kind}
    return found | {f"{api.name}.{name}" for api in interface.apis.values() for name in api.methods}


def test_they_are_added_and_nothing_is_changed() -> None:
    extended = later.extended(BASE)
    assert names(extended) - names(BASE) == later.names()
    assert names(BASE) <= names(extended)
    base, newer = metadata(BASE), metadata(extended)
    for pallet in base.pallets.values():
        for name, case in pallet.calls.items():
            assert newer.call(pallet.name, name).index == case.index
        assert newer.pallet(pallet.name).index == pallet.index


@pytest.mark.parametrize("name", chains.NAMES)
def test_no_chain_has_them(name: str) -> None:
    spec = chains.load(name)
    assert names(spec.interface).isdisjoint(later.names())
