"""Metadata of the declared interface."""

from __future__ import annotations

import pytest

from btsdk.metadata import Metadata
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import build


@pytest.fixture(scope="package")
def chain() -> Metadata:
    """That of the profile `fast`."""
    return metadata(build(Profile.FAST))
