"""Registries shared by the tests of a session: written by hand, and mainnet's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.metadata import Metadata, decode_metadata
from tests.unit.btsdk.scale.drawing import Drawer
from tests.unit.btsdk.scale.referee import Referee


@pytest.fixture(scope="session")
def mainnet_14(shared_data: Path) -> Metadata:
    return decode_metadata((shared_data / "mainnet-343-v14.scale").read_bytes())


@pytest.fixture(scope="session")
def mainnet_15(shared_data: Path) -> Metadata:
    return decode_metadata((shared_data / "mainnet-343-v15.scale").read_bytes())


@pytest.fixture(scope="session")
def referee(shared_data: Path) -> Referee:
    return Referee((shared_data / "mainnet-343-v14.scale").read_bytes())


@pytest.fixture(scope="session")
def drawer_14(mainnet_14: Metadata) -> Drawer:
    return Drawer(mainnet_14.registry)


@pytest.fixture(scope="session")
def drawer_15(mainnet_15: Metadata) -> Drawer:
    return Drawer(mainnet_15.registry)
