"""The `spec_version` of an interface."""

from __future__ import annotations

from itertools import combinations

from chain_spec.features import Feature
from chain_spec.profile import Profile
from chain_spec.runtime import build
from chain_spec.spec_version import SPEC_VERSION, spec_version

SETS = [
    frozenset(chosen) for size in range(len(Feature) + 1) for chosen in combinations(Feature, size)
]


def test_the_base_is_subtensors_and_every_set_of_features_has_its_own() -> None:
    versions = [spec_version(chosen) for chosen in SETS]
    assert versions[0] == SPEC_VERSION == 425
    assert len(set(versions)) == len(SETS)
    assert min(versions[1:]) > SPEC_VERSION


def test_the_order_of_features_does_not_count() -> None:
    assert spec_version(reversed(list(Feature))) == spec_version(Feature)


def test_an_interface_says_it() -> None:
    chosen = frozenset({Feature.POW})
    assert build(Profile.FAST, chosen).version["spec_version"] == spec_version(chosen)
