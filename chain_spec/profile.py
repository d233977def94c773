"""The two builds of Subtensor, and values that differ between them.

Subtensor compiles its periods for blocks of 12 s or, in the "fast-blocks" build, of 250 ms. A
chain has one build for life: what differs is a pair here, and a number once a build is chosen.
"""

from __future__ import annotations

from enum import Enum
from typing import Generic, TypeVar

from btsdk.frozen import Frozen

V = TypeVar("V")


class Profile(Enum):
    """Which of the two builds a chain runs."""

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
