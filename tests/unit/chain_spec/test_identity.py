"""What is known of an interface before its declarations are loaded, and what they say then."""

from __future__ import annotations

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec import chains
from chain_spec.features import Feature
from chain_spec.identity import (
    CODE_MARK,
    code_marker,
    computed_hash,
    metadata_hash,
)
from chain_spec.metadata import metadata_bytes
from chain_spec.profile import Profile
from chain_spec.runtime import build
from chain_spec.spec_version import SPEC_VERSION, spec_version


def test_features_raise_the_version() -> None:
    assert spec_version(()) == SPEC_VERSION == build(Profile.SLOW).spec_version
    with_all = frozenset(Feature)
    assert spec_version(with_all) == build(Profile.FAST, with_all).spec_version == 70_425


@pytest.mark.parametrize("name", chains.NAMES)
def test_the_hash_of_our_chains_is_known_and_right(name: str) -> None:
    spec = chains.load(name)
    known = metadata_hash(spec.profile, spec.features)
    assert known == blake2_256(metadata_bytes(spec.interface, 15))
    assert code_marker(spec.profile, spec.features) == CODE_MARK + known


def test_the_hash_of_any_other_is_computed() -> None:
    features = frozenset({Feature.POW})
    made = metadata_bytes(build(Profile.SLOW, features), 15)
    found = metadata_hash(Profile.SLOW, features)
    assert found == computed_hash(Profile.SLOW, features) == blake2_256(made)
