"""The `spec_version` of an interface, by its features."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from chain_spec.features import RAISES, Feature

SPEC_VERSION: Final = 425


def spec_version(features: Iterable[Feature]) -> int:
    """The base's `spec_version`, raised by each feature."""
    return SPEC_VERSION + sum(RAISES[feature] for feature in features)
