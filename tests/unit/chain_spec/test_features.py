"""Features: each adds what it lists, changes no item but a default, and has its own version."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from chain_spec.declare import Pallet
from chain_spec.features import RAISES, Feature
from chain_spec.features.additions import PARTS
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import Interface, build

ADDED: dict[Feature, set[str]] = {
    Feature.FAUCET: {"calls SubtensorModule.faucet 60"},
    Feature.POW: {
        "calls SubtensorModule.pow_register 240",
        "storage SubtensorModule.LastPowRegistrationBlock",
    },
    Feature.GOVERNANCE: {"calls SubtensorModule.vote 55"},
}
DEFAULTS: dict[Feature, dict[str, bytes]] = {
    Feature.FAUCET: {"SubtensorModule.NetworkRateLimit": bytes(8)},
    Feature.POW: {},
    Feature.GOVERNANCE: {},
}
"""Storage items of the base whose default a feature changes, and to what."""
GOVERNANCE_PALLETS = {"Triumvirate": 8, "TriumvirateMembers": 9, "SenateMembers": 10}


def items(pallets: list[Pallet]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pallet in pallets:
        for kind in ("calls", "storage", "events", "errors", "constants"):
            for item in getattr(pallet, kind).values():
                index = f" {item.index}" if hasattr(item, "index") else ""
                found[f"{kind} {item.full_name}{index}"] = item
    return found


def of_base_pallets(interface: Interface) -> dict[str, Any]:
    base = build(interface.profile).pallets
    return items([pallet for name, pallet in interface.pallets.items() if name in base])


@pytest.mark.parametrize("feature", Feature)
def test_a_feature_adds_what_is_listed_and_changes_nothing(feature: Feature) -> None:
    base, with_it = build(Profile.FAST), build(Profile.FAST, frozenset({feature}))
    before, after = of_base_pallets(base), of_base_pallets(with_it)
    assert after.keys() - before.keys() == ADDED[feature]
    assert all(after[key] is item for key, item in before.items())


@pytest.mark.parametrize("feature", Feature)
def test_a_feature_changes_the_defaults_that_are_listed(feature: Feature) -> None:
    base = metadata(build(Profile.FAST))
    with_it = metadata(build(Profile.FAST, frozenset({feature})))
    changed = {
        f"{name}.{item}": with_it.storage(name, item).default
        for name, pallet in base.pallets.items()
        for item, known in pallet.storage.items()
        if with_it.storage(name, item).default != known.default
    }
    assert changed == DEFAULTS[feature]


def test_governance_adds_three_pallets_at_their_old_indices() -> None:
    base = build(Profile.FAST)
    with_it = build(Profile.FAST, frozenset({Feature.GOVERNANCE}))
    added = {n: p.index for n, p in with_it.pallets.items() if n not in base.pallets}
    assert added == GOVERNANCE_PALLETS
    indices = [pallet.index for pallet in with_it.pallets.values()]
    assert indices == sorted(indices)


def test_every_set_of_features_has_a_version_of_its_own() -> None:
    sets = [frozenset(s) for n in range(len(Feature) + 1) for s in combinations(Feature, n)]
    versions = {build(Profile.FAST, features).spec_version for features in sets}
    assert len(versions) == len(sets)
    assert min(versions) == build(Profile.FAST).spec_version
    assert set(RAISES) == set(PARTS) == set(Feature)


def test_what_a_client_asks_of_governance_is_there() -> None:
    model = metadata(build(Profile.FAST, frozenset({Feature.GOVERNANCE})))
    voting = model.storage("Triumvirate", "Voting")
    votes = {"index": 1, "threshold": 2, "ayes": [bytes(32)], "nays": [], "end": 9}
    assert voting.decode(voting.encode(votes)) == votes
    assert model.storage("SenateMembers", "Members").decode(None) == []
    arguments = {"hotkey": bytes(32), "proposal": bytes(32), "index": 3, "approve": True}
    encoded = model.encode_call("SubtensorModule", "vote", arguments)
    assert encoded == bytes([7, 55]) + bytes(64) + bytes([3 << 2, 1])


def test_pow_register_is_encoded_as_declared() -> None:
    model = metadata(build(Profile.FAST, frozenset({Feature.POW})))
    arguments = {
        "netuid": 1,
        "work_block": 2,
        "nonce": 3,
        "work": b"w" * 32,
        "hotkey": b"h" * 32,
    }
    encoded = model.encode_call("SubtensorModule", "pow_register", arguments)
    expected = "07f0" + "0100" + "0200000000000000" + "0300000000000000"
    assert encoded == bytes.fromhex(expected) + b"w" * 32 + b"h" * 32


def test_the_same_choice_gives_the_same_interface() -> None:
    features = frozenset({Feature.POW, Feature.FAUCET})
    assert build(Profile.FAST, features) is build(Profile.FAST, frozenset(features))
