"""Mainnet's metadata, decoded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.metadata import Metadata, decode_metadata


@pytest.fixture(scope="session")
def mainnet_14_bytes(shared_data: Path) -> bytes:
    return (shared_data / "mainnet-343-v14.scale").read_bytes()


@pytest.fixture(scope="session")
def mainnet(mainnet_14_bytes: bytes) -> Metadata:
    return decode_metadata(mainnet_14_bytes)
