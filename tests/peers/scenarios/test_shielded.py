"""`bittensor` sends everything sealed, and a `dev` node opens it as Subtensor's authors do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.peers.conftest import StartNode
from tests.peers.environment import Peer
from tests.peers.scenarios.conftest import HERE
from tests.peers.scenarios.reckoning import TAO

pytestmark = [pytest.mark.peer, pytest.mark.slow]


def test_shielded(start_node: StartNode, peer_bittensor: Peer, tmp_path: Path) -> None:
    seen = peer_bittensor.run(
        HERE / "shielded.py",
        start_node("dev").endpoint,
        str(tmp_path / "wallets"),
        timeout=300,
        HOME=str(tmp_path),
        BT_MEV_PROTECTION="1",
    )
    assert len(bytes.fromhex(seen["prepare"]["key"][2:])) == 1_184
    transfer = _opened(seen["transfer"])
    assert transfer["success"], transfer["message"]
    assert transfer["received"] == 2 * TAO
    assert transfer["paid"] >= 2 * TAO + transfer["inner"]["fee"] + transfer["envelope"]["fee"]
    stake = _opened(seen["stake"])
    assert stake["success"], stake["message"]
    assert stake["staked"] > 0
    failed = _opened(seen["too_much"])
    assert not failed["success"]
    assert "SubnetNotExists" in failed["message"]


def _opened(told: dict[str, Any]) -> dict[str, Any]:
    """What was sealed stands right behind its envelope."""
    assert told["opened"], told["message"]
    envelope, inner = told["envelope"], told["inner"]
    assert inner["block"] == envelope["block"]
    assert inner["index"] == envelope["index"] + 1
    return told
