"""Values that differ between the builds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain_spec.features import Feature
from chain_spec.profile import Profile, at, if_feature, in_build, prod_or_fast

builds = st.tuples(st.sampled_from(Profile), st.frozensets(st.sampled_from(Feature)))


@pytest.mark.parametrize(("profile", "slot"), [(Profile.SLOW, 12_000), (Profile.FAST, 250)])
def test_slots(profile: Profile, slot: int) -> None:
    assert profile.slot_duration == slot


@given(builds, st.integers(), st.integers())
def test_a_pair_is_one_value_in_each_build(
    build: tuple[Profile, frozenset[Feature]], slow: int, fast: int
) -> None:
    wanted = slow if build[0] is Profile.SLOW else fast
    assert at(prod_or_fast(slow, fast), build[0]) == wanted
    assert in_build(prod_or_fast(slow, fast), *build) == wanted


@given(builds, st.sampled_from(Feature), st.integers(), st.integers())
def test_a_feature_changes_a_value(
    build: tuple[Profile, frozenset[Feature]], feature: Feature, present: int, absent: int
) -> None:
    found = in_build(if_feature(feature, present, absent), *build)
    assert found == (present if feature in build[1] else absent)


@given(builds, st.one_of(st.integers(), st.none(), st.text()))
def test_any_other_value_is_the_same_everywhere(
    build: tuple[Profile, frozenset[Feature]], value: object
) -> None:
    assert in_build(value, *build) is at(value, build[0]) is value
