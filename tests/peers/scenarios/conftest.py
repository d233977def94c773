"""Plays a scenario: its script in the environment of `bittensor` 10.5, on a node of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.peers.conftest import StartNode
from tests.peers.environment import Peer, peer_environment

Play = Callable[[str], dict[str, Any]]

HERE = Path(__file__).parent


@pytest.fixture
def play(start_node: StartNode, peer_bittensor: Peer, tmp_path: Path) -> Play:
    """What a scenario saw, step by step, on a new chain `fast`."""

    def run(scenario: str) -> dict[str, Any]:
        endpoint, wallets = start_node("fast").endpoint, str(tmp_path / "wallets")
        script = HERE / f"{scenario}.py"
        seen: dict[str, Any] = peer_bittensor.run(
            script, endpoint, wallets, timeout=300, HOME=str(tmp_path)
        )
        return seen

    return run


@pytest.fixture(scope="session")
def peer_btcli() -> Peer:
    """An environment with the `btcli` of bittensor-cli."""
    return peer_environment("bittensor-cli==9.23.2")
