"""Mainnet's metadata, decoded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.metadata import Metadata, decode_metadata


@pytest.fixture(scope="session", params=[14, 15])
def mainnet_bytes(request: pytest.FixtureRequest, shared_data: Path) -> bytes:
    return (shared_data / f"mainnet-343-v{request.param}.scale").read_bytes()


@pytest.fixture(scope="session")
def mainnet(shared_data: Path) -> Metadata:
    """Version 15, which has everything."""
    return decode_metadata((shared_data / "mainnet-343-v15.scale").read_bytes())
