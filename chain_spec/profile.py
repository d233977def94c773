"""The build profiles of Subtensor, and values that differ between them.

Subtensor compiles its periods for blocks of 12 s or, in the "fast-blocks" build, of 250 ms, and a
cargo feature may change a default. The build of a chain never changes: a value that differs is a
pair here, and resolved by the build.
"""

from __future__ import annotations

from enum import Enum
from typing import Generic, TypeVar

from btsdk.frozen import Frozen
from chain_spec.features import Feature

V = TypeVar("V")


class Profile(Enum):
    """The build that a chain runs."""

    SLOW = "slow"
    FAST = "fast"

    @property
    def slot_duration(self) -> int:
        """Milliseconds between two slots of Aura."""
        return 12_000 if self is Profile.SLOW else 250


class ByProfile(Frozen, Generic[V]):
    """One value for each build; made by `prod_or_fast`."""

    slow: V
    fast: V


def prod_or_fast(slow: V, fast: V) -> ByProfile[V]:
    """A value that differs between the 12 s and the 250 ms build (`prod_or_fast!` in Subtensor)."""
    return ByProfile(slow, fast)


def at(value: V | ByProfile[V], profile: Profile) -> V:
    """The value in one build."""
    if isinstance(value, ByProfile):
        return value.slow if profile is Profile.SLOW else value.fast
    return value


class ByFeature(Frozen, Generic[V]):
    """One value for builds with a feature, one for those without; made by `if_feature`."""

    feature: Feature
    present: V
    absent: V


def if_feature(feature: Feature, present: V, absent: V) -> ByFeature[V]:
    """A value that a feature changes (`cfg!(feature = …)` in Subtensor)."""
    return ByFeature(feature, present, absent)


def in_build(
    value: V | ByProfile[V] | ByFeature[V], profile: Profile, features: frozenset[Feature]
) -> V:
    """The value in the build of a profile with these features."""
    if isinstance(value, ByFeature):
        return value.present if value.feature in features else value.absent
    return at(value, profile)
