"""What every test may use: the referee data, and environments for other people's clients."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.peers.environment import Peer, peer_environment

# First imports and a busy machine break a deadline that says nothing of the code. A commit that
# passed passes again: the same examples are drawn. Others come with --hypothesis-profile=thorough.
_ANYWHERE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("btsdk", _ANYWHERE, derandomize=True)
settings.register_profile("thorough", _ANYWHERE, max_examples=2000)
settings.load_profile("btsdk")

# Run in the background, Ctrl-C is ignored, and the programs under test would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

_BESIDE = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
SHARED_DATA = Path(os.environ.get("BTSDK_SHARED_DATA", _BESIDE))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of referee data; a clone without it skips the tests that ask for it."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"no referee data at {SHARED_DATA} (not part of the project)")
    return SHARED_DATA


@pytest.fixture(scope="session")
def peer_wallet() -> Peer:
    """An environment with the real `bittensor-wallet`."""
    return peer_environment("bittensor-wallet==4.1.1")


@pytest.fixture(scope="session")
def peer_substrate_interface() -> Peer:
    """An environment with `substrate-interface` alone."""
    return peer_environment("substrate-interface==1.8.1", "setuptools<81")


@pytest.fixture(scope="session")
def peer_async_substrate_interface() -> Peer:
    """An environment with `async-substrate-interface`, and keys to sign with."""
    return peer_environment("async-substrate-interface>=2,<3", "bittensor-wallet==4.1.1")


@pytest.fixture(scope="session")
def peer_bittensor() -> Peer:
    """An environment with the `bittensor` SDK, version 10.5."""
    return peer_environment("bittensor>=10.5,<10.6")
