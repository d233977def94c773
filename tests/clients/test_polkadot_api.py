"""`polkadot-api` against a running node: the new interface, from `chainHead_v1_follow` on."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.clients.environment import NodeJs
from tests.peers.conftest import StartNode
from tests.runtimes import RUNTIMES, Ground

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "polkadot_api_script.mjs"
TAO = 1_000_000_000
ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


@pytest.mark.parametrize("ground", RUNTIMES)
@pytest.mark.parametrize("blocks", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_it_does_here_what_it_does_on_subtensor(
    start_node: StartNode, node_js: NodeJs, ground: Ground, blocks: int
) -> None:
    node = ground.ready(start_node(ground.chain))
    seen = node_js.run(SCRIPT, node.endpoint, str(blocks))
    assert seen["says"]["name"] == ground.name
    assert seen["says"]["properties"]["tokenSymbol"] == "TAO"
    assert seen["constants"] == {"deposit": "500", "prefix": 42}
    _reads(seen["maps"], seen["several"], ground)
    assert seen["calls"]["nonce"] == 0
    assert seen["calls"]["subnets"] > 1
    _transfers(seen["transfer"])
    assert seen["failure"]["ok"] is False
    assert seen["failure"]["error"]["type"] == "Module"
    assert seen["failure"]["error"]["value"]["value"]["type"] == "SubnetNotExists"
    assert seen["watched"] == sorted(set(seen["watched"]))
    _follows(seen["followed"], blocks)
    _speaks_the_new_interface(seen["methods"])


def _reads(maps: dict[str, Any], several: list[str], ground: Ground) -> None:
    accounts = {name: int(free) for name, free in maps["accounts"]}
    assert accounts.items() >= ground.accounts().items()
    assert dict(maps["tempo"]) == ground.tempos()
    assert int(several[0]) == accounts[ALICE]


def _transfers(done: dict[str, Any]) -> None:
    assert done["statuses"] == ["signed", "broadcasted", "txBestBlocksState", "finalized"]
    assert done["ok"] is True
    assert int(done["fee"]) > 0
    assert done["received"] == str(TAO)
    assert 1 <= done["index"] < done["body"]
    assert "Balances.Transfer" in done["events"]
    assert done["events"][-1] == "System.ExtrinsicSuccess"


def _follows(blocks: list[dict[str, Any]], count: int) -> None:
    """No block is missing, and each one's header and state are its own."""
    assert len(blocks) >= count
    first = blocks[0]["number"]
    assert [block["number"] for block in blocks] == list(range(first, first + len(blocks)))
    for before, block in pairwise(blocks):
        assert block["parent"] == before["hash"]
    for block in blocks:
        assert block["number"] == block["header"] == block["state"]
        assert block["body"] >= 1


def _speaks_the_new_interface(methods: list[str]) -> None:
    assert {"chainHead_v1_follow", "chainHead_v1_unpin", "transaction_v1_broadcast"} <= set(methods)
    prefixes = {method.split("_")[0] for method in methods}
    assert prefixes <= {"chainHead", "chainSpec", "transaction", "archive", "rpc", "dev"}
