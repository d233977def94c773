"""What the node says of itself."""

from __future__ import annotations

from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import ALICE, signed


def test_what_the_node_says_of_itself(desk: Desk) -> None:
    assert desk.ask("system_chain") == "Bittensor dev"
    assert desk.ask("system_chainType") == "Development"
    assert desk.ask("system_properties")["ss58Format"] == 42
    assert desk.ask("system_health") == {
        "peers": 0,
        "isSyncing": False,
        "shouldHavePeers": False,
    }
    assert desk.ask("system_syncState")["currentBlock"] == 5
    assert desk.ask("system_accountNextIndex", ALICE) == 0
    assert desk.ask("account_nextIndex", ALICE) == 0
    assert desk.ask("system_nodeRoles") == ["Authority"]


def test_a_dry_run_leaves_nothing_behind(desk: Desk) -> None:
    head = desk.chain.best
    assert desk.ask("system_dryRun", signed(desk)) == "0x0000"
    failing = desk.ask("system_dryRun", signed(desk, rao=2**63))
    assert failing.startswith("0x0001")
    assert desk.ask("system_dryRun", signed(desk, nonce=5)).startswith("0x01")
    assert desk.chain.best == head
    assert desk.ask("system_accountNextIndex", ALICE) == 0
