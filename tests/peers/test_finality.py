"""`substrate-interface` waits for a transfer to be final, three blocks behind the best one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.peers.conftest import StartNode
from tests.peers.environment import Peer

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "finality_script.py"


def test_it_waits_for_the_block_that_stays(
    start_node: StartNode, peer_substrate_interface: Peer
) -> None:
    seen = peer_substrate_interface.run(SCRIPT, start_node("dev").endpoint)
    lost, kept = seen["blocks"]
    assert lost != kept == seen["block"]
    assert seen["success"] is True
    assert seen["best"] - seen["finalized"] == 3
    assert seen["number"] == seen["finalized"]
