"""A transfer that is retracted and included again, watched by both JavaScript clients."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clients.environment import NodeJs
from tests.peers.conftest import StartNode

pytestmark = pytest.mark.peer

_HERE = Path(__file__).parent


def test_polkadot_js_follows_it(start_node: StartNode, node_js: NodeJs) -> None:
    script = _HERE / "polkadot_js_reorganisation.mjs"
    seen = node_js.run(script, start_node("dev").endpoint)
    names = [name for name, _ in seen["statuses"]]
    assert names == ["Ready", "InBlock", "Retracted", "Ready", "InBlock", "Finalized"]
    first, lost, again, final = (block for _, block in seen["statuses"] if block)
    assert first == lost != again == final
    number, block = seen["block"]
    assert block == final == seen["canonical"]
    assert "balances.Transfer" in seen["events"]
    at_height = [name for height, name in seen["heads"] if height == number]
    assert at_height == [lost, final]
    heights = [height for height, _ in seen["finalized"]]
    assert heights == list(range(heights[0], heights[0] + len(heights)))
    assert lost not in [name for _, name in seen["finalized"]]
    assert [number, final] in seen["finalized"]


def test_polkadot_api_follows_it(start_node: StartNode, node_js: NodeJs) -> None:
    script = _HERE / "polkadot_api_reorganisation.mjs"
    seen = node_js.run(script, start_node("dev").endpoint)
    first, nowhere, again = seen["places"]
    assert nowhere is None
    assert first != again
    number, block = seen["block"]
    assert block == again == seen["canonical"]
    assert seen["ok"] is True
    assert seen["finalized"] >= number
